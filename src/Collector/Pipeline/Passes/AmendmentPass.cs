using Tidemark.Collector.Derive.Amendments;
using Tidemark.Collector.Derive.Traces;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Traces;
using Tidemark.Collector.Publish;
using Tidemark.Collector.Store.Lanes;
using Tidemark.Collector.Store.Maintenance;

namespace Tidemark.Collector.Pipeline.Passes;

/// <summary>
/// Resolves traces again of which more has arrived, or of which a wait is over, and corrects what is stored: once, in the
/// transaction that takes the traces off the queue.
/// </summary>
internal sealed class AmendmentPass(
    LaneStoreFactory stores, AmendmentWriter writer, StreamWakeUp wakeUp, PipelineOptions options, TimeProvider time, ILogger<AmendmentPass> logger)
{
    // A trace leads to those that report the same calls, and they lead to others: a gateway's, and that of the service behind it.
    private const int Hops = 3;

    private static readonly TimeSpan Reach = TimeSpan.FromDays(1);
    private static readonly TimeSpan ForgetInterval = TimeSpan.FromMinutes(1);

    private long? _forgottenAt;

    /// <summary>Settles one batch.</summary>
    /// <returns>Whether there may be more.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        for (var most = options.SettleBatch; ; most /= 2)
        {
            if (await RunAsync(most, cancellationToken) is { } taken) return taken == most;
        }
    }

    /// <summary>Deletes, once a minute, the facts of traces that can no longer change.</summary>
    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        if (_forgottenAt is { } before && time.GetElapsedTime(before) < ForgetInterval) return;
        _forgottenAt = time.GetTimestamp();
        await using var store = stores.CreateForBackground();
        await using var transaction = await store.BeginAsync(cancellationToken);
        await SettlingStore.ForgetAsync(transaction, transaction.Now - options.TraceRetention, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    // Null: the traces hold too many operations for one transaction.
    private async Task<int?> RunAsync(int most, CancellationToken cancellationToken)
    {
        await using var store = stores.CreateForBackground();
        await using var transaction = await store.BeginAsync(cancellationToken);
        var queued = await SettlingStore.TakeAsync(transaction, most, cancellationToken);
        if (queued.Count == 0) return 0;

        var (from, to) = (queued.Min(trace => trace.FirstStart) - Reach, queued.Max(trace => trace.LastStart) + Reach);
        var traces = await RelatedAsync(transaction, [.. queued.Select(trace => trace.TraceId)], from, to, cancellationToken);
        await SettlingStore.LockAsync(transaction, traces, from, to, cancellationToken);
        var stored = await ReadAsync(transaction, traces, from, to, cancellationToken);
        var events = 0;
        if (stored.Count > options.TraceOperations)
        {
            if (queued.Count > 1 && most > 1) return null;
            logger.TraceTooLarge(queued[0].TraceId.ToString(), options.TraceOperations);
        }
        else
        {
            var facts = await SettlingStore.ReadFactsAsync(transaction, traces, options.TraceOperations, cancellationToken);
            var open = Open(queued, stored, facts);
            var waits = Waits(traces, queued, stored, open, transaction.Now);
            var amendments = Amending.Of(stored, new TraceReports { Operations = [], Facts = facts, Waits = waits });
            if (amendments.Count > 0) events = await writer.WriteAsync(store, transaction, amendments, cancellationToken);
            await SettlingStore.RequeueAsync(transaction, Again(queued, open, transaction.Now), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        wakeUp.Committed(events);
        return queued.Count;
    }

    private async Task<IReadOnlyList<Operation>> ReadAsync(
        LaneTransaction transaction, IReadOnlyCollection<TraceId> traces, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        var stored = await SettlingStore.ReadAsync(transaction, traces, from, to, options.TraceOperations + 1, cancellationToken);
        return [.. stored.Select(ReportedFacts.Complete)];
    }

    private async Task<HashSet<TraceId>> RelatedAsync(
        LaneTransaction transaction, HashSet<TraceId> traces, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        IReadOnlyCollection<TraceId> latest = [.. traces];
        for (var hop = 0; hop < Hops && latest.Count > 0; hop++)
        {
            var operations = await SettlingStore.ReadAsync(transaction, latest, from, to, options.TraceOperations + 1, cancellationToken);
            // Similarity is followed for one step only: in a crowd, nearly everything is similar to something.
            List<TraceClaim> claims = [.. operations
                .Select(ReportedFacts.Read)
                .SelectMany(operation => hop == 0 ? TraceClaims.Of(operation).Concat(TraceClaims.Alike(operation)) : TraceClaims.Of(operation))
                .DistinctBy(claim => claim.Hash)];
            latest = [.. (await SettlingStore.ReadClaimsAsync(transaction, claims, cancellationToken)).Where(traces.Add)];
        }

        return traces;
    }

    // A request whose parts are committed one after the other is not processed halfway.
    private static HashSet<TraceId> Open(IReadOnlyList<QueuedTrace> queued, IReadOnlyList<Operation> stored, IReadOnlyList<TraceFact> facts)
    {
        var open = OpenTraces.Of([.. stored.Select(ReportedFacts.Read)], facts);
        var held = stored.CountBy(operation => operation.Key.TraceId).ToDictionary();
        open.UnionWith(queued.Where(trace => held.GetValueOrDefault(trace.TraceId) < trace.Operations).Select(trace => trace.TraceId));
        return open;
    }

    // A trace that is not queued is complete, or can no longer change.
    private Dictionary<TraceId, TraceWaits> Waits(
        IReadOnlyCollection<TraceId> traces, IReadOnlyList<QueuedTrace> queued, IReadOnlyList<Operation> stored, HashSet<TraceId> open, DateTime now)
    {
        var since = queued.ToDictionary(trace => trace.TraceId, trace => trace.Since);
        var held = stored.ToLookup(operation => operation.Key.TraceId);
        return traces.ToDictionary(trace => trace, trace => !open.Contains(trace) || !since.TryGetValue(trace, out var first)
            ? TraceWaits.Over
            : new TraceWaits(now - first >= options.BindingWait, now - first >= options.UsageWait).Or(trace, held[trace]));
    }

    // Whenever a wait ends, and rarely after that: arrivals queue their trace themselves.
    private List<(QueuedTrace Trace, DateTime DueAt)> Again(IReadOnlyList<QueuedTrace> queued, HashSet<TraceId> open, DateTime now)
    {
        TimeSpan[] waits = [options.BindingWait, options.UsageWait, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(20), options.TraceRetention];
        var again = new List<(QueuedTrace Trace, DateTime DueAt)>();
        foreach (var trace in queued.Where(trace => open.Contains(trace.TraceId) && now - trace.Since < options.TraceRetention))
            again.Add((trace, waits.Select(wait => trace.Since + wait).Where(due => due > now).Min()));
        return again;
    }
}
