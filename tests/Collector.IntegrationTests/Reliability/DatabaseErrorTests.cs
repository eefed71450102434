using System.Net;
using Npgsql;
using Tidemark.Collector.IntegrationTests.Support;
using Tidemark.Testing;
using Tidemark.Testing.Databases;
using Tidemark.Testing.Faults;
using Tidemark.Testing.Oracle;
using Tidemark.Testing.Otlp;
using Tidemark.Testing.Processes;

namespace Tidemark.Collector.IntegrationTests.Reliability;

/// <summary>What PostgreSQL may answer instead of storing: "try again" where that can help, and exact counts once it does.</summary>
public sealed class DatabaseErrorTests
{
    private static readonly Dictionary<string, string> Impatient = new()
    {
        ["Tidemark:Store:CommandTimeout"] = "00:00:02",
        ["Tidemark:Store:LockTimeout"] = "00:00:00.5",
    };

    /// <summary>Serialisation, deadlock, disk full, too many connections, statement timeout, server shutting down, read-only after a failover.</summary>
    private static readonly string[] Passing = ["40001", "40P01", "53100", "53300", "57014", "57P01", "25006"];

    [Fact]
    public async Task Export_ErrorsThatPass_AskToTryAgainAndThenStoreOnce()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Impatient);
        for (var i = 0; i < Passing.Length; i++)
        {
            var batch = OtlpProtobuf.Traces(Calls.Inferences(10));
            await Planted.FailAsync(collector.Database, Passing[i]);
            using var refused = await collector.PostAsync("/v1/traces", batch);
            Assert.True(refused.StatusCode == HttpStatusCode.ServiceUnavailable, $"{Passing[i]}: {refused.StatusCode}\n{collector.Process.Output}");
            Assert.NotNull(refused.Headers.RetryAfter);

            await Planted.RemoveAsync(collector.Database);
            await StoredAsync(collector, batch);
            await collector.AssertStoredAsync((i + 1) * 10, (i + 1) * 10 * Calls.TokensEach);
        }
    }

    [Fact]
    public async Task Export_OneRowThatCannotBeStored_RejectsItAlone()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Impatient);
        var spans = Calls.Inferences(100);
        await Planted.FailAsync(collector.Database, "22003", $"NEW.trace_id = '{Convert.ToHexString(spans[37].TraceId)}'::uuid");

        using var response = await collector.PostAsync("/v1/traces", OtlpProtobuf.Traces(spans));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync());
        await collector.AssertStoredAsync(99, 99 * Calls.TokensEach);
        Assert.Equal(1, await collector.Database.ScalarAsync<long>("SELECT sum(rejected)::bigint FROM tidemark.ledger"));
    }

    [Fact]
    public async Task Export_RollupsHeldBySomebody_AsksToTryAgainInBoundedTimeAndPilesUpNothing()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Impatient);
        var batches = Enumerable.Range(0, 5).Select(_ => OtlpProtobuf.Traces(Calls.Inferences(10))).ToArray();
        await using (await Planted.HoldRollupsAsync(collector.Database))
        {
            var answers = await Task.WhenAll(batches.Select(batch => collector.PostAsync("/v1/traces", batch)));
            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode));
            Assert.InRange(await collector.Database.ScalarAsync<long>("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'tidemark'"), 0, 20);
        }

        foreach (var batch in batches) await StoredAsync(collector, batch);
        await collector.AssertStoredAsync(50, 50 * Calls.TokensEach);
    }

    [Fact]
    public async Task Export_PartitionMissing_StoresInQuarantine()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        var start = TimeProvider.System.GetUtcNow().AddDays(-3);
        // Whoever makes partitions is dead too: else it might have the day back before the operations come.
        await collector.Database.ExecuteAsync(
            $"""
            CREATE OR REPLACE FUNCTION tidemark_store.make_partitions(parent text, first_day date, last_day date) RETURNS integer LANGUAGE sql AS 'SELECT 0';
            DROP TABLE tidemark_store.operations_{start:yyyyMMdd};
            """);

        await collector.SendAsync(OtlpProtobuf.Traces(Calls.Inferences(10, start: start)));

        await collector.AssertStoredAsync(10, 10 * Calls.TokensEach);
        Assert.Equal(10, await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark_store.operations_default"));
    }

    [Fact]
    public async Task Export_DatabaseBehindBlackHole_AsksToTryAgainInBoundedTimeAndRecovers()
    {
        await using var database = await TestDatabase.CreateAsync(await MigratedDatabase.Template.Value);
        var direct = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        await using var proxy = new TcpProxy(direct.Port);
        direct.Port = proxy.Port;
        await using var collector = await CollectorProcess.StartAsync(direct.ConnectionString, Impatient);
        using var client = new HttpClient { BaseAddress = collector.Http, Timeout = TimeSpan.FromSeconds(60) };
        var batch = OtlpProtobuf.Traces(Calls.Inferences(10));

        proxy.Fault = ProxyFault.BlackHole;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await PostAsync());
        await OracleCollector.FailAsync(proxy, ProxyFault.BlackHole, TimeSpan.Zero, CancellationToken.None);

        await Eventually.TrueAsync(async () => await PostAsync() == HttpStatusCode.OK);
        Assert.Equal(10, await database.ScalarAsync<long>("SELECT count(*) FROM tidemark.operations"));

        async Task<HttpStatusCode> PostAsync()
        {
            using var content = new ByteArrayContent(batch);
            content.Headers.ContentType = new("application/x-protobuf");
            using var response = await client.PostAsync(new Uri("/v1/traces", UriKind.Relative), content);
            return response.StatusCode;
        }
    }

    private static Task StoredAsync(CollectorUnderTest collector, byte[] batch) => Eventually.TrueAsync(async () =>
    {
        using var response = await collector.PostAsync("/v1/traces", batch);
        return response.StatusCode == HttpStatusCode.OK;
    });
}
