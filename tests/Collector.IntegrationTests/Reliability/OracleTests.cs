using Tidemark.Testing.Oracle;
using Tidemark.Testing.Oracle.Faults;
using Xunit.Abstractions;

namespace Tidemark.Collector.IntegrationTests.Reliability;

/// <summary>The oracle at work for a short time, and proof that it would see a loss and a double count.</summary>
public sealed class OracleTests(OracleFixture fixture, ITestOutputHelper output) : IClassFixture<OracleFixture>
{
    private const int Seed = 20260903;

    [Fact]
    public async Task Run_RandomFaults_LosesNothingAndCountsOnce()
    {
        var options = new OracleOptions(Seed, TimeSpan.FromSeconds(35)) { CallsPerSecond = 500 };
        await using var system = await OracleSystem.StartAsync(fixture.Cluster, options, CancellationToken.None);

        var verdict = await RunAsync(system, options);

        Assert.True(verdict.IsClean, $"{verdict}");
        Assert.True(verdict is { Kills: > 0, Replayed: > 0 } && verdict.Acknowledged == verdict.Issued, $"{verdict}");
    }

    [Fact]
    public async Task Run_RollingRestartsOfThree_LosesNothingAndCountsOnce()
    {
        var options = new OracleOptions(Seed, TimeSpan.Zero) { Collectors = 3, CallsPerSecond = 1000, Faults = [new RestartAll()], LeastStrikes = 2 };
        await using var system = await OracleSystem.StartAsync(fixture.Cluster, options, CancellationToken.None);

        var verdict = await RunAsync(system, options);

        Assert.True(verdict.IsClean && verdict.Acknowledged == verdict.Issued, $"{verdict}");
    }

    [Fact]
    public async Task Run_UniqueKeyDropped_IsSeenToCountTwice()
    {
        var options = new OracleOptions(Seed, TimeSpan.FromSeconds(3)) { Collectors = 1, Replays = 1, LeastReplayed = 500, Faults = [] };
        await using var system = await OracleSystem.StartAsync(fixture.Cluster, options, CancellationToken.None);
        await system.ExecuteAsync("ALTER TABLE tidemark_store.operations DROP CONSTRAINT operations_pkey", CancellationToken.None);

        var verdict = await RunAsync(system, options);

        Assert.True(verdict is { IsClean: false, Double: > 0 }, $"{verdict}");
    }

    [Fact]
    public async Task Run_CommitsNotDurable_IsSeenToLose()
    {
        var options = new OracleOptions(Seed, TimeSpan.FromSeconds(5))
        {
            Collectors = 1,
            Replays = 0,
            Faults = [new StopDatabaseUnflushed()],
            // Its commit would take the others' into the log.
            Settings = new Dictionary<string, string> { ["Tidemark:Store:WindowInterval"] = "00:05:00" },
        };
        await using var system = await OracleSystem.StartAsync(fixture.Cluster, options, CancellationToken.None);
        await system.ExecuteAsync(
            """
            CREATE FUNCTION careless() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                PERFORM set_config('synchronous_commit', 'off', true);
                RETURN NULL;
            END $$;
            CREATE TRIGGER careless BEFORE INSERT ON tidemark_store.operations FOR EACH STATEMENT EXECUTE FUNCTION careless();
            """,
            CancellationToken.None);

        var verdict = await RunAsync(system, options);

        Assert.True(verdict is { IsClean: false, Lost: > 0 }, $"{verdict}");
    }

    private async Task<OracleVerdict> RunAsync(OracleSystem system, OracleOptions options)
    {
        output.WriteLine($"seed {options.Seed}");
        var verdict = await OracleRun.RunAsync(system, options, output.WriteLine, CancellationToken.None);
        output.WriteLine($"{verdict}");
        return verdict;
    }
}
