using System.Net;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Pipeline;

public sealed class PrivacyTests
{
    private const string Marker = "marker-7f3a-do-not-store";

    private static readonly string[] ContentKeys =
    [
        "gen_ai.input.messages", "gen_ai.output.messages", "gen_ai.system_instructions", "gen_ai.tool.call.arguments", "gen_ai.tool.call.result",
        "gen_ai.prompt", "gen_ai.completion", "gen_ai.prompt.0.content", "gen_ai.completion.0.content", "llm.input_messages.0.message.content",
        "llm.output_messages.0.message.content", "input.value", "output.value", "ai.prompt.messages", "ai.response.text", "traceloop.entity.input",
        "traceloop.entity.output",
    ];

    [Fact]
    public async Task Export_ContentByDefault_IsNowhereInTheDatabase()
    {
        await using var collector = await CollectorUnderTest.StartAsync(new Dictionary<string, string> { ["Tidemark:Pipeline:UsageWait"] = "00:00:01" });

        await SendAsync(collector);
        await Settled.Async(collector);

        Assert.Equal("", await collector.Database.ScalarAsync<string>(
            $"""
            WITH c AS MATERIALIZED (SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'tidemark_store')
            SELECT coalesce(string_agg(format('%s.%s', c.table_name, c.column_name), ', '), '')
            FROM c
            WHERE (xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n FROM tidemark_store.%I WHERE %I::text LIKE ''%%{Marker}%%''', c.table_name,
                c.column_name), false, true, '')))[1]::text <> '0'
            """));
        Assert.DoesNotContain(Marker, collector.Process.Output, StringComparison.Ordinal);
        Assert.True(await collector.Database.ScalarAsync<long>("SELECT sum(content_dropped)::bigint FROM tidemark.ledger") >= ContentKeys.Length);
    }

    [Fact]
    public async Task Export_ContentModeStore_KeepsItInItsOwnColumn()
    {
        await using var collector = await CollectorUnderTest.StartAsync(new Dictionary<string, string> { ["Tidemark:Content"] = "Store" });

        await SendAsync(collector);

        Assert.True(
            await collector.Database.ScalarAsync<bool>(
                $"SELECT bool_or(content::text LIKE '%{Marker}%') AND NOT bool_or(attributes::text LIKE '%{Marker}%') FROM tidemark.operations"));
    }

    private static async Task SendAsync(CollectorUnderTest collector)
    {
        var span = Calls.Inferences(1)[0];
        foreach (var key in ContentKeys) span.Attributes.Add(key, $"""[{"{"}"role":"user","content":"{Marker}"{"}"}]""");
        var log = new OtlpLog
        {
            TimeNanos = span.EndNanos,
            Body = Marker,
            EventName = "gen_ai.client.inference.operation.details",
            Attributes = span.Attributes,
        };
        foreach (var (path, body) in new[] { ("/v1/traces", OtlpProtobuf.Traces(span)), ("/v1/logs", OtlpProtobuf.Logs(log)) })
        {
            using var response = await collector.PostAsync(path, body);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }
}
