using Dapper;
using Npgsql;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing.Otlp;
using Xunit.Abstractions;

namespace Tidemark.Collector.IntegrationTests.Store.Maintenance;

/// <summary>Compares stats and timeseries with a plain grouping of operations.</summary>
public sealed class DimensionTests(ITestOutputHelper output)
{
    private const int Seed = 20261121;
    private const int Operations = 2000;

    private static readonly string[] Dimensions =
        ["none", "service", "environment", "kind", "operation", "provider", "model", "agent", "workflow", "tool", "dependency", "error_type"];

    [Fact]
    public async Task Stats_EveryDimension_EqualsPlainGroupingBeforeDuringAndAfterTheMerge()
    {
        output.WriteLine($"seed {Seed}");
        await using var collector = await CollectorUnderTest.StartAsync(Merging.Never);
        await using var merging = new Merging(collector.Database, batch: 700);
        await collector.SendAsync(OtlpProtobuf.Traces(Fleet(new Random(Seed))));
        Assert.NotEqual(0, await collector.Database.ScalarAsync<long>(CountedRows.Deltas));

        await using var snapshot = await collector.Database.DataSource.OpenConnectionAsync();
        await using var transaction = await snapshot.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        await AssertAllAsync(snapshot);
        Assert.Equal(700, await merging.RunOnceAsync());
        await AssertAllAsync(snapshot);
        await using var connection = await collector.Database.DataSource.OpenConnectionAsync();
        await AssertAllAsync(connection);
        await merging.RunAsync(collector.Database);
        await AssertAllAsync(connection);
    }

    private static async Task AssertAllAsync(NpgsqlConnection connection)
    {
        foreach (var dimension in Dimensions) await AssertAsync(connection, dimension);
    }

    private static async Task AssertAsync(NpgsqlConnection connection, string dimension)
    {
        var column = dimension switch
        {
            "none" => "''",
            "environment" => "coalesce(nullif(environment, ''), '(none)')",
            "model" => "coalesce(response_model, request_model, '')",
            _ => $"coalesce({dimension}, '')"
        };
        var others = dimension is "none" or "environment" ? "" : $"WHERE {column} <> ''";
        const string Measures = "label, operations, errors, total_tokens";
        var plain =
            $"SELECT {column} AS label, count(*) AS operations, count(*) FILTER (WHERE is_error) AS errors, sum(coalesce(total_tokens, 0))::bigint AS "
                + $"total_tokens FROM tidemark.operations {others} GROUP BY 1 ORDER BY 1";
        const string Range = "date_trunc('hour', now()) - interval '30 hours', now()";

        var expected = (await connection.QueryAsync<(string Label, long Operations, long Errors, long Tokens)>(plain)).ToList();
        var stats = await connection.QueryAsync<(string, long, long, long)>($"SELECT {Measures} FROM tidemark.stats({Range}, '{dimension}') ORDER BY 1");
        var series = await connection.QueryAsync<(string, long, long, long)>(
            "SELECT label, sum(operations)::bigint, sum(errors)::bigint, sum(total_tokens)::bigint "
                + $"FROM tidemark.timeseries({Range}, interval '5 minutes', '{dimension}') GROUP BY 1 ORDER BY 1");

        Assert.True(expected.Count > 0, $"No operation has a {dimension}.");
        Assert.Equal(expected, stats);
        Assert.Equal(expected, series);
    }

    // Two services and environments, all kinds of work, ended within the last 29 hours.
    private static OtlpResource<OtlpSpan>[] Fleet(Random random) =>
    [
        .. Enumerable.Range(0, 4).Select(service => new OtlpResource<OtlpSpan>([.. Enumerable.Range(0, Operations / 4).Select(_ => Span(random))])
        {
            Attributes = new OtlpAttributes
            {
                { "service.name", $"service-{service / 2}" },
                { "deployment.environment.name", service % 2 == 0 ? "" : "staging" },
            },
        }),
    ];

    private static OtlpSpan Span(Random random)
    {
        var start = (ulong)TimeProvider.System.GetUtcNow().AddSeconds(-random.Next(60, 29 * 3600)).ToUnixTimeMilliseconds() * 1_000_000;
        var attributes = new OtlpAttributes { { "session.id", $"s-{random.Next(40)}" }, { "gen_ai.agent.name", $"agent-{random.Next(3)}" } };
        (string, object)[] kind = random.Next(4) switch
        {
            0 => [("gen_ai.operation.name", "execute_tool"), ("gen_ai.tool.name", $"tool-{random.Next(5)}")],
            1 => [("tidemark.operation.kind", "dependency"), ("tidemark.dependency", $"db-{random.Next(2)}")],
            2 => [("gen_ai.operation.name", "invoke_workflow"), ("gen_ai.workflow.name", $"workflow-{random.Next(3)}")],
            _ =>
                [
                    ("gen_ai.operation.name", "chat"), ("gen_ai.provider.name", "openai"), ("gen_ai.request.model", $"gpt-{random.Next(3)}"),
                    ("gen_ai.usage.input_tokens", random.Next(1000)), ("gen_ai.usage.output_tokens", random.Next(100))
                ],
        };
        foreach (var (name, value) in kind) attributes.Add(name, value);
        var failed = random.Next(5) == 0;
        if (failed) attributes.Add("error.type", random.Next(2) == 0 ? "timeout" : "429");
        return new OtlpSpan
        {
            StartNanos = start,
            EndNanos = start + ((ulong)random.Next(1, 20_000) * 1_000_000),
            StatusCode = failed ? 2 : 0,
            Attributes = attributes,
        };
    }
}
