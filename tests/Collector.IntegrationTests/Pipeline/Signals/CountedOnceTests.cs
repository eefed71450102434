using Tidemark.Collector.Recognise.Dialects;

namespace Tidemark.Collector.IntegrationTests.Pipeline.Signals;

/// <summary>One turn told on every signal that a dialect has is counted once, whichever of them comes first.</summary>
public sealed class CountedOnceTests(ImpatientCollector collector) : IClassFixture<ImpatientCollector>
{
    public static TheoryData<string, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, bool>();
            foreach (var dialect in ToldCalls.All.Keys)
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
        var teller = new CallTeller($"{dialect}-{(backwards ? "backwards" : "forwards")}");
        var expected = ToldCalls.All[dialect](teller);
        var requests = backwards ? teller.Requests.Reverse() : teller.Requests;

        await collector.SendAsync(requests);
        await AssertCountedAsync(teller, expected);

        // And what an exporter sends again, the other way round.
        await collector.SendAsync(requests.Reverse());
        await AssertCountedAsync(teller, expected);
    }

    [Fact]
    public void Cases_DialectsWithEvents_HaveOne() =>
        Assert.Empty(DialectCatalogue.All.Where(dialect => dialect.Events.Length + dialect.SpanEvents.Length > 0)
            .Select(dialect => dialect.Name)
            .Except(ToldCalls.All.Keys));

    [Fact]
    public void Cases_AllDialects_TellOnSeveralSignals() => Assert.All(ToldCalls.All, one =>
    {
        var teller = new CallTeller(one.Key);
        one.Value(teller);
        Assert.True(teller.Requests.Count > 1, $"{one.Key} tells {teller.Requests.Count} signal");
    });

    private async Task AssertCountedAsync(CallTeller teller, ToldCall expected)
    {
        var ofService = $"FROM tidemark.operations WHERE service = '{teller.Service}'";
        Assert.Equal(
            expected.Kinds,
            await collector.TextAsync(
                $"SELECT string_agg(kind || ' ' || n, ', ' ORDER BY kind) FROM (SELECT kind, count(*) AS n {ofService} GROUP BY kind) k"));
        Assert.Equal(expected.Tokens, await collector.CountAsync($"SELECT coalesce(sum(total_tokens), 0)::bigint {ofService}"));
        Assert.Equal(expected.CostUsd, await collector.DecimalAsync($"SELECT coalesce(sum(cost_usd), 0) {ofService}"));
        Assert.Equal(teller.Session, await collector.TextAsync($"SELECT string_agg(DISTINCT session_id, ', ') {ofService}"));
        var sums = await collector.SumsAsync(teller.Service);
        Assert.All(sums, sum => Assert.Equal(sums[0], sum));
        Assert.Equal(
            0, await collector.CountAsync("SELECT count(*) FROM tidemark.ledger WHERE waiting <> 0 OR received <> stored + duplicate + rejected + ignored"));
    }
}
