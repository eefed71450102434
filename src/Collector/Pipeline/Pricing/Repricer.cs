using Tidemark.Collector.Derive.Rollups;
using Tidemark.Collector.Model.Batches;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Sessions;
using Tidemark.Collector.Pipeline.Lanes;
using Tidemark.Collector.Recognise.Prices;
using Tidemark.Collector.Store.Lanes;
using Tidemark.Collector.Store.Maintenance;

namespace Tidemark.Collector.Pipeline.Pricing;

/// <summary>
/// Reprices stored calls with the present price book, each call by the price at its own time. Operations, sessions and rollups
/// change together, page by page; if it is interrupted, finished pages are consistent and the rest is unchanged.
/// </summary>
internal sealed class Repricer(LaneStoreFactory stores, PriceBook book, RollupFold rollups)
{
    private const int Page = 2_000;

    public async Task<IReadOnlyList<RepriceTotals>> RunAsync(RepriceRequest request, CancellationToken cancellationToken)
    {
        var totals = new SortedDictionary<(string, string), RepriceTotals>();
        await using var store = stores.CreateForBackground();
        OperationKey after = default;
        while (true)
        {
            await using var transaction = await store.BeginAsync(cancellationToken);
            var page = await RepriceStore.ReadPageAsync(transaction, request.From, request.To, after, Page, cancellationToken);
            if (page.Count == 0) return [.. totals.Values];
            var changes = new List<(Operation Before, Operation After)>();
            foreach (var (call, billing) in page)
            {
                var priced = Price(call, UsageDetailJson.Read(billing));
                var changed = (priced.Cost?.Usd, priced.CostBasis) != (call.Cost?.Usd, call.CostBasis);
                if (changed) changes.Add((call, priced));
                Count(totals, call, priced, changed);
            }

            if (!request.DryRun && changes.Count > 0) await WriteAsync(store, transaction, changes, cancellationToken);
            after = page[^1].Operation.Key;
        }
    }

    private Operation Price(Operation call, UsageDetail detail)
    {
        var cost = CostCalculator.Reprice(book, call.Series.Provider, call.RequestModel, call.ResponseModel, call.Key.StartedAt, call.Tokens, detail);
        return call with { Cost = cost is { } known ? new Cost(known.Usd, CostSource.Computed) : null, CostBasis = cost?.Basis };
    }

    private static void Count(SortedDictionary<(string, string), RepriceTotals> totals, Operation before, Operation after, bool changed)
    {
        var key = (before.Series.Provider, before.Series.Model);
        var sum = totals.GetValueOrDefault(key) ?? new RepriceTotals(key.Provider, key.Model, 0, 0, 0, 0);
        totals[key] = sum with
        {
            Calls = sum.Calls + 1,
            Changed = sum.Changed + (changed ? 1 : 0),
            Before = sum.Before + (before.Cost?.Usd ?? 0),
            After = sum.After + (after.Cost?.Usd ?? 0),
        };
    }

    private async Task WriteAsync(
        LaneStore store, LaneTransaction transaction, List<(Operation Before, Operation After)> changes, CancellationToken cancellationToken)
    {
        var sessions = changes.Select(change => change.Before.SessionId)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        var state = await transaction.LockAsync(new StateKeys(sessions, [], []), cancellationToken);
        var deltas = rollups.Fold([.. changes.Select(change => change.After)], withdrawn: [.. changes.Select(change => change.Before)]);
        await RepriceStore.WriteCostsAsync(transaction, [.. changes.Select(change => change.After)], cancellationToken);
        var bySession = changes.ToLookup(change => change.Before.SessionId);
        var folded = new FoldedBatch([.. state.Sessions.Select(session => Adjust(session, bySession[session.SessionId]))], [], [], [], deltas);
        await FoldWriter.WriteAsync(store, transaction, new LaneWrite { Folded = folded, Ledger = [] }, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static SessionState Adjust(SessionState session, IEnumerable<(Operation Before, Operation After)> changes)
    {
        foreach (var (before, after) in changes)
        {
            session = session with
            {
                CostUsd = session.CostUsd - (before.Cost?.Usd ?? 0) + (after.Cost?.Usd ?? 0),
                Priced = session.Priced - (before.Cost is null ? 0 : 1) + (after.Cost is null ? 0 : 1),
                Unpriced = session.Unpriced - (before.Cost is null ? 1 : 0) + (after.Cost is null ? 1 : 0),
            };
        }

        return session;
    }
}
