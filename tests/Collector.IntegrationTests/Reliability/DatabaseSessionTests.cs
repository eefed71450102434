using System.Net;
using Npgsql;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;
using Tidemark.Testing.Databases;
using Tidemark.Testing.Otlp;
using Tidemark.Testing.Processes;

namespace Tidemark.Collector.IntegrationTests.Reliability;

/// <summary>Sessions that PostgreSQL terminates, refuses, or makes read-only.</summary>
public sealed class DatabaseSessionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("pg_cancel_backend")]
    [InlineData("pg_terminate_backend")]
    public async Task Export_StruckMidStatement_AsksToTryAgainAndIsExactAfter(string function)
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        var batch = OtlpProtobuf.Traces(Calls.Inferences(50, sessions: 1));
        await using (await Planted.HoldDeltasAsync(collector.Database))
        {
            var answer = collector.PostAsync("/v1/traces", batch);
            await Planted.WaitingAsync(collector.Database);
            await Planted.StrikeWaitingAsync(collector.Database, function);
            using var refused = await answer;
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            await collector.AssertStoredAsync(0, 0);
        }

        await StoredAsync(collector, batch);
        await collector.AssertStoredAsync(50, 50 * Calls.TokensEach);
    }

    [Fact]
    public async Task Export_SessionsMayNoLongerWrite_AsksToTryAgainAndGoesOnByOthers()
    {
        await using var database = await TestDatabase.CreateAsync(await MigratedDatabase.Template.Value);
        // Otherwise no sessions would remain.
        var pooled = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = true }.ConnectionString;
        await using var collector = await CollectorProcess.StartAsync(pooled);
        using var sender = new Sender([collector.Http]);
        Assert.True(await sender.TrySendAsync(collector.Http, OtlpProtobuf.Traces(Calls.Inferences(10))), collector.Output);
        var batch = OtlpProtobuf.Traces(Calls.Inferences(10));

        // As on a former primary, or one that was made read-only.
        await database.ExecuteAsync($"ALTER DATABASE {database.Name} SET default_transaction_read_only = on");
        await Planted.EndSessionsAsync(database);
        await Eventually.TrueAsync(
            async () =>
            {
                Assert.False(await sender.TrySendAsync(collector.Http, batch));
                return collector.Output.Contains("25006", StringComparison.Ordinal);
            },
            Patience);

        // New database sessions are writable; existing ones stay read-only.
        await database.ExecuteAsync($"BEGIN READ WRITE; ALTER DATABASE {database.Name} RESET default_transaction_read_only; COMMIT");
        await Eventually.TrueAsync(() => sender.TrySendAsync(collector.Http, batch), Patience);
        Assert.Equal(20, await database.ScalarAsync<long>("SELECT count(*) FROM tidemark.operations"));
        Assert.Equal(20, await database.ScalarAsync<long>("SELECT sum(operations)::bigint FROM tidemark.sessions"));
    }

    [Fact]
    public async Task Export_ServerTakesNoMoreSessions_AsksToTryAgainAndIsExactAfter()
    {
        await using var database = await TestDatabase.CreateAsync();
        // Limits apply to ordinary roles only; without a pool, each piece of work needs a session.
        var role = $"{database.Name}_few";
        await database.ExecuteAsync($"CREATE ROLE {role} LOGIN PASSWORD 'few'; ALTER DATABASE {database.Name} OWNER TO {role}");
        var asRole = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = role, Password = "few", Pooling = false };
        await using var collector = await CollectorProcess.StartAsync(asRole.ConnectionString);
        using var sender = new Sender([collector.Http]);
        var batch = OtlpProtobuf.Traces(Calls.Inferences(20));

        await database.ExecuteAsync($"ALTER ROLE {role} CONNECTION LIMIT 0");
        await Eventually.TrueAsync(() => collector.Output.Contains("53300", StringComparison.Ordinal), Patience);
        await Planted.EndSessionsAsync(database);
        for (var i = 0; i < 10; i++) Assert.False(await sender.TrySendAsync(collector.Http, batch));

        await database.ExecuteAsync($"ALTER ROLE {role} CONNECTION LIMIT -1");
        await Eventually.TrueAsync(() => sender.TrySendAsync(collector.Http, batch), Patience);
        Assert.Equal(20, await database.ScalarAsync<long>("SELECT count(*) FROM tidemark.operations"));
        Assert.Equal(20, await database.ScalarAsync<long>("SELECT sum(operations)::bigint FROM tidemark.sessions"));
    }

    private static Task StoredAsync(CollectorUnderTest collector, byte[] batch) => Eventually.TrueAsync(
        async () =>
        {
            using var response = await collector.PostAsync("/v1/traces", batch);
            return response.StatusCode == HttpStatusCode.OK;
        },
        Patience);
}
