using Dapper;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Store.Maintenance;

/// <summary>Log events of calls may have no duration: they are counted, but not in means and percentiles.</summary>
public sealed class UnknownDurationTests
{
    private const string Range = "now() - interval '1 hour', now() + interval '1 minute'";

    [Theory]
    [InlineData("SELECT operations, avg_ms, p50_ms FROM tidemark.stats(" + Range + ", 'kind')")]
    [InlineData("SELECT operations, avg_ms, p50_ms FROM tidemark.timeseries(" + Range + ", interval '1 day', 'kind')")]
    [InlineData("SELECT operations, avg_ms, p50_ms FROM tidemark.timeseries_top(" + Range + ", interval '1 day', 'kind')")]
    [InlineData("SELECT operations, avg_ms, avg_ms FROM tidemark.call_edges(" + Range + ")")]
    [InlineData("SELECT operations, avg_ms, p50_ms FROM tidemark_store.window_rows(now() + interval '10 seconds', 3600) WHERE scope = 'kind'")]
    public async Task Measures_SomeDurationsUnknown_AreOfTheKnownOnes(string question)
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        var spans = Calls.Inferences(2);
        var known = (spans[0].EndNanos - spans[0].StartNanos) / 1e6;

        await collector.SendAsync(OtlpProtobuf.Traces(spans));
        using var answer = await collector.PostAsync(
            "/v1/logs", OtlpProtobuf.Logs([.. Enumerable.Range(1, 5).Select(call => Event(spans[0], call))]), "application/x-protobuf");

        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
        await using var connection = await collector.Database.DataSource.OpenConnectionAsync();
        var (operations, average, median) = await connection.QuerySingleAsync<(long, double, double)>(question);
        Assert.Equal(5, await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark.operations WHERE duration_ms IS NULL"));
        Assert.Equal(7, operations);
        Assert.Equal(known, average, 0.01);
        Assert.Equal(known, median, known * 0.011);
    }

    [Fact]
    public async Task Stats_NoDurationKnown_StillCounts()
    {
        await using var collector = await CollectorUnderTest.StartAsync();

        using var answer = await collector.PostAsync("/v1/logs", OtlpProtobuf.Logs(Event(Calls.Inferences(1)[0], 1)), "application/x-protobuf");

        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
        Assert.Equal(
            "1 ", await collector.Database.ScalarAsync<string>($"SELECT operations || ' ' || coalesce(avg_ms::text, '') FROM tidemark.stats({Range}, 'none')"));
    }

    // In a separate trace with different tokens, so that no span is of the same call.
    private static OtlpLog Event(OtlpSpan like, int call) => new()
    {
        EventName = "gen_ai.client.inference.operation.details",
        TimeNanos = like.EndNanos + (ulong)call,
        TraceId = [.. like.TraceId[..15], (byte)(like.TraceId[15] ^ call)],
        SpanId = like.SpanId,
        Attributes = [.. like.Attributes.Where(attribute => attribute.Key != "gen_ai.usage.input_tokens"), new("gen_ai.usage.input_tokens", 1000 + call)],
    };
}
