using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing.Otlp;
using Tidemark.Testing.Processes;

namespace Tidemark.Collector.IntegrationTests.Pipeline;

/// <summary>Values over a source's limits: operations and sessions keep their names, rollups do not.</summary>
public sealed class LabelLimitTests
{
    private const int Agents = 40;
    private const int Limit = 16;

    private static readonly Dictionary<string, string> Few = new() { ["Tidemark:Recognise:MaxLabels"] = $"{Limit}" };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Export_MoreAgentsThanTheLimit_KeepTheirNamesAndCountAsOthers(bool agentsFirst)
    {
        await using var collector = await CollectorUnderTest.StartAsync(Few);
        var traces = Enumerable.Range(0, Agents).Select(Trace).ToList();

        // Calls get their agents from spans of other requests, also by amendment.
        foreach (var span in traces.Select(trace => agentsFirst ? trace.Agent : trace.Call)) await collector.SendAsync(OtlpProtobuf.Traces(span));
        await collector.SendAsync(OtlpProtobuf.Traces([.. traces.Select(trace => agentsFirst ? trace.Call : trace.Agent)]));
        await Settled.Async(collector);

        var named = await collector.Database.ScalarAsync<string>(
            "SELECT count(*) FILTER (WHERE kind = 'agent') || ' ' || count(*) FILTER (WHERE kind = 'inference') FROM tidemark.operations "
                + "WHERE agent = 'agent-' || session_id");
        Assert.Equal($"{Agents} {Agents}", named);
        Assert.Equal(Agents, await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark.sessions WHERE agent = 'agent-' || session_id"));

        const string byAgent = "FROM tidemark.stats(now() - interval '1 hour', now() + interval '1 hour', 'agent')";
        Assert.Equal(Limit + 1, await collector.Database.ScalarAsync<long>($"SELECT count(*) {byAgent}"));
        Assert.Equal(2 * (Agents - Limit), await collector.Database.ScalarAsync<long>($"SELECT operations {byAgent} WHERE label = '__other__'"));
        Assert.Equal(2 * Agents, await collector.Database.ScalarAsync<long>($"SELECT sum(operations)::bigint {byAgent}"));
        Assert.Contains("exceeds the limit of distinct values: agent.", collector.Process.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_MoreErrorTypesThanTheLimit_KeepTheirNamesAndCountAsOthers()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Few);
        await using var other = await CollectorProcess.StartAsync(collector.Database.ConnectionString, Few);
        var failed = Calls.Inferences(Agents)
            .Select((call, number) => call with { StatusCode = 2, Attributes = [.. call.Attributes, new("error.type", $"Broken{number:00}")] })
            .ToList();

        await collector.SendAsync(OtlpProtobuf.Traces([.. failed]));
        // The other one has its own limits, which other sources have reached.
        failed.Reverse();
        using var client = new HttpClient();
        await PatientExporter.SendAsync(client, other, OtlpProtobuf.Traces([.. failed]));
        await Settled.Async(collector);

        Assert.Equal(
            Agents, await collector.Database.ScalarAsync<long>("SELECT count(DISTINCT error_type) FROM tidemark.operations WHERE error_type ~ '^Broken'"));
        Assert.Equal(0, await collector.Database.ScalarAsync<long>("SELECT coalesce(sum(conflict), 0)::bigint FROM tidemark.ledger"));
        const string byType = "FROM tidemark.stats(now() - interval '1 hour', now() + interval '1 hour', 'error_type')";
        Assert.Equal(Limit + 1, await collector.Database.ScalarAsync<long>($"SELECT count(*) {byType}"));
        Assert.Equal(Agents - Limit, await collector.Database.ScalarAsync<long>($"SELECT operations {byType} WHERE label = '__other__'"));
        Assert.Equal(0, await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark_store.series WHERE error_type = 'Broken39'"));
    }

    private static (OtlpSpan Agent, OtlpSpan Call) Trace(int number)
    {
        var call = Calls.Inferences(1)[0];
        var agent = call with
        {
            SpanId = [1, 0, 0, 0, 0, 0, 0, (byte)(number + 1)],
            StartNanos = call.StartNanos - 1_000_000,
            EndNanos = call.EndNanos + 1_000_000,
            Attributes = new OtlpAttributes
            {
                { "gen_ai.operation.name", "invoke_agent" },
                { "gen_ai.agent.name", $"agent-{number}" },
                { "session.id", $"{number}" },
            },
        };
        return (agent, call with { ParentSpanId = agent.SpanId, Attributes = Named(call.Attributes, number) });
    }

    private static OtlpAttributes Named(OtlpAttributes attributes, int number) =>
        [.. attributes.Where(attribute => attribute.Key != "session.id"), new("session.id", $"{number}")];
}
