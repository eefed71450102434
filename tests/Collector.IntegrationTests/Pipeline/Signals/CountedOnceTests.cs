using Tidemark.Collector.Recognise.Dialects;

namespace Tidemark.Collector.IntegrationTests.Pipeline.Signals;

/// <summary>A turn reported on all signals of a dialect is counted once, in any order.</summary>
public sealed class CountedOnceTests(ImpatientCollector collector) : IClassFixture<ImpatientCollector>
{
    public static TheoryData<string, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, bool>();
            foreach (var dialect in ReportedCalls.All.Keys)
            {
                cases.Add(dialect, false);
                cases.Add(dialect, true);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Export_OneCallOnAllSignals_CountedOnceInEitherOrder(string dialect, bool backwards)
    {
        var sender = new CallSender($"{dialect}-{(backwards ? "backwards" : "forwards")}");
        var expected = ReportedCalls.All[dialect](sender);
        var requests = backwards ? sender.Requests.Reverse() : sender.Requests;

        await collector.SendAsync(requests);
        await AssertCountedAsync(sender, expected);

        // And the same resent by an exporter, in reverse order.
        await collector.SendAsync(requests.Reverse());
        await AssertCountedAsync(sender, expected);
    }

    [Fact]
    public void Cases_DialectsWithEvents_HaveOne() =>
        Assert.Empty(DialectCatalogue.All.Where(dialect => dialect.Events.Length + dialect.SpanEvents.Length > 0)
            .Select(dialect => dialect.Name)
            .Except(ReportedCalls.All.Keys));

    [Fact]
    public void Cases_AllDialects_SendOnSeveralSignals() => Assert.All(ReportedCalls.All, one =>
    {
        var sender = new CallSender(one.Key);
        one.Value(sender);
        Assert.True(sender.Requests.Count > 1, $"{one.Key} sends {sender.Requests.Count} request");
    });

    private async Task AssertCountedAsync(CallSender sender, ReportedCall expected)
    {
        var ofService = $"FROM tidemark.operations WHERE service = '{sender.Service}'";
        Assert.Equal(
            expected.Kinds,
            await collector.TextAsync(
                $"SELECT string_agg(kind || ' ' || n, ', ' ORDER BY kind) FROM (SELECT kind, count(*) AS n {ofService} GROUP BY kind) k"));
        Assert.Equal(expected.Tokens, await collector.CountAsync($"SELECT coalesce(sum(total_tokens), 0)::bigint {ofService}"));
        Assert.Equal(expected.CostUsd, await collector.DecimalAsync($"SELECT coalesce(sum(cost_usd), 0) {ofService}"));
        Assert.Equal(sender.Session, await collector.TextAsync($"SELECT string_agg(DISTINCT session_id, ', ') {ofService}"));
        var sums = await collector.SumsAsync(sender.Service);
        Assert.All(sums, sum => Assert.Equal(sums[0], sum));
        Assert.Equal(
            0, await collector.CountAsync("SELECT count(*) FROM tidemark.ledger WHERE waiting <> 0 OR received <> stored + duplicate + rejected + ignored"));
    }
}
