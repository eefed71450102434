using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Store.Lanes;

public sealed class SeriesNumbersTests
{
    private const int Models = 700;

    /// <summary>A batch's series are loaded in two steps, and the second reaches the limit: the first ones must not be evicted.</summary>
    [Fact]
    public async Task Learn_BoundReachedWithinABatch_StoresAll()
    {
        await using var collector = await CollectorUnderTest.StartAsync(new Dictionary<string, string> { ["Tidemark:Store:RememberedSeries"] = "1000" });

        for (var request = 0; request < 4; request++) await collector.SendAsync(OtlpProtobuf.Traces(Calls(request * Models / 2)));

        Assert.Equal(4 * Models, await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark.operations"));
        Assert.Equal(4 * Models, await collector.Database.ScalarAsync<long>($"SELECT sum(operations)::bigint FROM {CountedRows.OfSeries(10)}"));
    }

    private static OtlpSpan[] Calls(int first)
    {
        var start = (ulong)TimeProvider.System.GetUtcNow().AddMinutes(-1).ToUnixTimeMilliseconds() * 1_000_000;
        return [.. Enumerable.Range(first, Models).Select(model => new OtlpSpan
        {
            Name = $"chat model-{model}",
            StartNanos = start,
            EndNanos = start + 1_000_000,
            Attributes = new OtlpAttributes
            {
                { "gen_ai.operation.name", "chat" },
                { "gen_ai.request.model", $"model-{model}" },
                { "session.id", "s-1" },
            },
        })];
    }
}
