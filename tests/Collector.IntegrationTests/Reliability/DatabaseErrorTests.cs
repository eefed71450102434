using System.Net;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Collector.Store.Schema;
using Tidemark.Testing;
using Tidemark.Testing.Faults;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Reliability;

/// <summary>Errors of PostgreSQL: senders are asked to retry if that can help, and counts are exact afterwards.</summary>
public sealed class DatabaseErrorTests
{
    // Only for tests that wait for a timeout: a busy machine needs longer for a normal transaction.
    private static readonly Dictionary<string, string> Impatient = new()
    {
        ["Tidemark:Store:CommandTimeout"] = "00:00:02",
        ["Tidemark:Store:LockTimeout"] = "00:00:00.5",
    };

    /// <summary>
    /// Serialisation, deadlock, disk full, too many connections, statement timeout, server shutting down, read-only after a failover; attempts at each.
    /// </summary>
    private static readonly (string SqlState, int Attempts)[] Passing =
        [("40001", 3), ("40P01", 3), ("53100", 1), ("53300", 1), ("57014", 1), ("57P01", 1), ("25006", 1)];

    private static readonly string[] Sessions = ["s-1", "s-bad", "s-2"];

    [Fact]
    public async Task Export_ErrorsThatPass_AskToTryAgainAndThenStoreOnce()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        for (var i = 0; i < Passing.Length; i++)
        {
            // One session: one lane.
            var batch = OtlpProtobuf.Traces(Calls.Inferences(10, sessions: 1));
            await Planted.FailAsync(collector.Database, Passing[i].SqlState);
            using var refused = await collector.PostAsync("/v1/traces", batch);
            Assert.True(refused.StatusCode == HttpStatusCode.ServiceUnavailable, $"{Passing[i]}: {refused.StatusCode}\n{collector.Process.Output}");
            Assert.NotNull(refused.Headers.RetryAfter);
            Assert.Equal(Passing[i].Attempts, await Planted.CountAsync(collector.Database));

            await Planted.RemoveAsync(collector.Database);
            await StoredAsync(collector, batch);
            await collector.AssertStoredAsync((i + 1) * 10, (i + 1) * 10 * Calls.TokensEach);
        }
    }

    [Fact]
    public async Task Export_OneRowThatCannotBeStored_RejectsItAlone()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        var spans = Calls.Inferences(1000);
        await Planted.FailAsync(collector.Database, "22003", $"NEW.trace_id = '{Convert.ToHexString(spans[437].TraceId)}'::uuid");

        // A sender that resends it anyway gets the same response.
        for (var i = 1; i <= 2; i++)
        {
            using var response = await collector.PostAsync("/v1/traces", OtlpProtobuf.Traces(spans));
            Assert.Equal(1, await RejectedAsync(response));
            await collector.AssertStoredAsync(999, 999 * Calls.TokensEach);
            Assert.Equal(i, await collector.Database.ScalarAsync<long>("SELECT sum(rejected)::bigint FROM tidemark.ledger"));
        }
    }

    [Fact]
    public async Task Export_OneDataPointThatCannotBeStored_RejectsItAlone()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        await Planted.FailAsync(collector.Database, "22003", "NEW.metric = 'app.bad'", "metric_points");
        var point = new OtlpPoint { Value = 1L, TimeNanos = NowNanos };
        OtlpMetric[] metrics = [.. Enumerable.Range(0, 20).Select(i => new OtlpMetric(i == 7 ? "app.bad" : $"app.good{i}", OtlpMetric.Gauge, point))];

        using var response = await collector.PostAsync("/v1/metrics", OtlpProtobuf.Metrics(metrics));

        Assert.Equal(1, await RejectedAsync(response));
        Assert.Equal(19, await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark_store.metric_points WHERE metric LIKE 'app.%'"));
        Assert.Equal(1, await collector.Database.ScalarAsync<long>("SELECT sum(rejected)::bigint FROM tidemark.ledger"));
    }

    [Fact]
    public async Task Export_OneLogRecordThatCannotBeStored_RejectsItAlone()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        await Planted.FailAsync(collector.Database, "22003", "NEW.session_id = 's-bad'", "sessions");
        OtlpLog[] logs = [.. Sessions.Select(session =>
            new OtlpLog { EventName = "session.start", TimeNanos = NowNanos, Attributes = new() { { "session.id", session } } })];

        using var response = await collector.PostAsync("/v1/logs", OtlpProtobuf.Logs(logs));

        Assert.Equal(1, await RejectedAsync(response));
        Assert.Equal(2, await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark_store.sessions"));
        Assert.Equal(
            "3 2 1",
            await collector.Database.ScalarAsync<string>(
                "SELECT concat_ws(' ', sum(received), sum(stored), sum(rejected)) FROM tidemark.ledger WHERE received > 0"));
    }

    [Fact]
    public async Task Export_NoRowCanBeStored_RejectsAllForGoodAndGoesOn()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        await Planted.FailAsync(collector.Database, "22003");

        using var response = await collector.PostAsync("/v1/traces", OtlpProtobuf.Traces(Calls.Inferences(20)));

        Assert.Equal(20, await RejectedAsync(response));
        await collector.AssertStoredAsync(0, 0);
        Assert.Equal(20, await collector.Database.ScalarAsync<long>("SELECT sum(rejected)::bigint FROM tidemark.ledger"));
        await Planted.RemoveAsync(collector.Database);
        await collector.SendAsync(OtlpProtobuf.Traces(Calls.Inferences(20)));
        await collector.AssertStoredAsync(20, 20 * Calls.TokensEach);
    }

    [Fact]
    public async Task Export_DeltasHeldBySomebody_AsksToTryAgainInBoundedTimeAndPilesUpNothing()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Impatient);
        var batches = Enumerable.Range(0, 5).Select(_ => OtlpProtobuf.Traces(Calls.Inferences(10))).ToArray();
        await using (await Planted.HoldDeltasAsync(collector.Database))
        {
            var answers = await Task.WhenAll(batches.Select(batch => collector.PostAsync("/v1/traces", batch)));
            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode));
            Assert.InRange(
                await collector.Database.ScalarAsync<long>(
                    "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'tidemark' AND datname = current_database()"), 0, 20);
        }

        foreach (var batch in batches) await StoredAsync(collector, batch);
        await collector.AssertStoredAsync(50, 50 * Calls.TokensEach);
    }

    [Fact]
    public async Task Export_PartitionMissing_StoresInQuarantine()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        var start = TimeProvider.System.GetUtcNow().AddDays(-3);
        // Partition maintenance is stopped, too; otherwise the day could be created before the operations arrive. The collector's first run
        // may be running with the original function, so this waits for its lock.
        await collector.Database.ExecuteAsync(
            $"""
            BEGIN;
            {Statement.OwnSchema};
            CREATE OR REPLACE FUNCTION tidemark_store.make_partitions(parent text, first_day date, last_day date) RETURNS integer LANGUAGE sql AS 'SELECT 0';
            DROP TABLE tidemark_store.operations_{start:yyyyMMdd};
            COMMIT;
            """);

        await collector.SendAsync(OtlpProtobuf.Traces(Calls.Inferences(10, start: start)));

        await collector.AssertStoredAsync(10, 10 * Calls.TokensEach);
        Assert.Equal(10, await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark_store.operations_default"));
    }

    [Fact]
    public async Task Export_DatabaseBehindBlackHole_AsksToTryAgainInBoundedTimeAndRecovers()
    {
        await using var collector = await CollectorUnderTest.StartBehindProxyAsync(Impatient);
        var batch = OtlpProtobuf.Traces(Calls.Inferences(10));
        await collector.SendAsync(OtlpProtobuf.Traces(Calls.Inferences(10)));

        collector.Way.Fault = ProxyFault.BlackHole;
        using var refused = await collector.PostAsync("/v1/traces", batch);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);

        // Used connections stay dead, so a collector that kept one would never store again.
        collector.Way.Fault = ProxyFault.None;
        await StoredAsync(collector, batch);
        await collector.AssertStoredAsync(20, 20 * Calls.TokensEach);
    }

    /// <summary>Number of rejected spans: field 1 of field 1 of the protobuf response.</summary>
    private static ulong NowNanos => (ulong)TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() * 1_000_000;

    private static async Task<int> RejectedAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var answer = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal([0x0A, (byte)(answer.Length - 2), 0x08], answer[..3]);
        return answer[3];
    }

    private static Task StoredAsync(CollectorUnderTest collector, byte[] batch) => Eventually.TrueAsync(async () =>
    {
        using var response = await collector.PostAsync("/v1/traces", batch);
        return response.StatusCode == HttpStatusCode.OK;
    });
}
