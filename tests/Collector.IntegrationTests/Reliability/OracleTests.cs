using Tidemark.Testing.Oracle;
using Tidemark.Testing.Oracle.Faults;
using Xunit.Abstractions;

namespace Tidemark.Collector.IntegrationTests.Reliability;

/// <summary>Short runs of the oracle, and negative controls that it detects losses and double counts.</summary>
public sealed class OracleTests(OracleFixture fixture, ITestOutputHelper output) : IClassFixture<OracleFixture>
{
    private const int Seed = 20260903;

    private static readonly OracleOptions Forms = new(Seed, TimeSpan.FromSeconds(5)) { CallsPerSecond = 300, Latest = TimeSpan.FromSeconds(3) };

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

    /// <summary>Mirrors, late sessions and agents, budgets, and prompts of coding agents, which plain calls do not cover.</summary>
    [Fact]
    public async Task Run_CallsInSeveralFormsAndCollectorsKilled_CountsOnce()
    {
        var options = Forms with { Faults = [new KillCollector()], LeastStrikes = 3, LeastReplayed = 50 };
        await using var system = await OracleSystem.StartAsync(fixture.Cluster, options, CancellationToken.None);

        var verdict = await RunAsync(system, options);

        Assert.True(verdict.IsClean && verdict.Acknowledged == verdict.Issued, $"{verdict}");
    }

    [Fact]
    public async Task Run_CodingCountsDoubled_IsSeenToDrift()
    {
        const string Doubling =
            """
            CREATE FUNCTION doubled() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                NEW.value := 2 * NEW.value;
                RETURN NEW;
            END $$;
            CREATE TRIGGER doubled BEFORE INSERT ON tidemark_store.coding_counts FOR EACH ROW EXECUTE FUNCTION doubled();
            """;

        await IsSeenAsync(Forms with { Collectors = 1, Faults = [] }, Doubling, verdict => verdict is { IsClean: false, Drift: > 0, Double: 0, Changed: 0 });
    }

    [Fact]
    public async Task Run_PayersDoubledAndBudgetMarksLost_IsSeenToDriftAndRepeatEvents()
    {
        var options = new OracleOptions(Seed, TimeSpan.FromSeconds(8))
        {
            Collectors = 1,
            Faults = [],
            Settings = new Dictionary<string, string> { ["Tidemark:Pipeline:BudgetInterval"] = "00:00:01" },
        };
        const string Faults =
            """
            CREATE FUNCTION doubled() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                NEW.cost_usd := 2 * NEW.cost_usd;
                RETURN NEW;
            END $$;
            CREATE TRIGGER doubled BEFORE INSERT ON tidemark_store.payer_rollups FOR EACH ROW EXECUTE FUNCTION doubled();
            CREATE FUNCTION lost() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RETURN NULL;
            END $$;
            CREATE TRIGGER lost BEFORE INSERT ON tidemark_store.budget_marks FOR EACH ROW EXECUTE FUNCTION lost();
            """;

        await IsSeenAsync(options, Faults, verdict => verdict is { IsClean: false, Drift: > 0, WrongEvents: > 0, Double: 0, Changed: 0 });
    }

    [Fact]
    public async Task Run_UniqueKeyDropped_IsSeenToCountTwice()
    {
        var options = new OracleOptions(Seed, TimeSpan.FromSeconds(3)) { Collectors = 1, Replays = 1, LeastReplayed = 500, Faults = [] };

        await IsSeenAsync(
            options, "ALTER TABLE tidemark_store.operations DROP CONSTRAINT operations_pkey", verdict => verdict is { IsClean: false, Double: > 0 });
    }

    [Fact]
    public async Task Run_CommitsNotDurable_IsSeenToLose()
    {
        var options = new OracleOptions(Seed, TimeSpan.FromSeconds(5))
        {
            Collectors = 1,
            Replays = 0,
            Faults = [new StopDatabaseUnflushed()],
            // Its commit would flush those of others.
            Settings = new Dictionary<string, string> { ["Tidemark:Store:WindowInterval"] = "00:05:00" },
        };
        const string Careless =
            """
            CREATE FUNCTION careless() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                PERFORM set_config('synchronous_commit', 'off', true);
                RETURN NULL;
            END $$;
            CREATE TRIGGER careless BEFORE INSERT ON tidemark_store.operations FOR EACH STATEMENT EXECUTE FUNCTION careless();
            """;

        await IsSeenAsync(options, Careless, verdict => verdict is { IsClean: false, Lost: > 0 });
    }

    /// <summary>
    /// Injects a fault and runs until the oracle detects it. It may not have an effect in every run: between the harness's check of the log and the
    /// crash, another commit may flush the asynchronous ones.
    /// </summary>
    private async Task IsSeenAsync(OracleOptions options, string fault, Func<OracleVerdict, bool> isSeen)
    {
        const int Runs = 6;
        OracleVerdict verdict;
        var run = 0;
        do
        {
            var next = options with { Seed = options.Seed + run };
            await using var system = await OracleSystem.StartAsync(fixture.Cluster, next, CancellationToken.None);
            await system.ExecuteAsync(fault, CancellationToken.None);
            verdict = await RunAsync(system, next);
        }
        while (!isSeen(verdict) && ++run < Runs);

        Assert.True(isSeen(verdict), $"Not seen in {Runs} runs. {verdict}");
    }

    private async Task<OracleVerdict> RunAsync(OracleSystem system, OracleOptions options)
    {
        output.WriteLine($"seed {options.Seed}");
        var verdict = await OracleRun.RunAsync(system, options, output.WriteLine, CancellationToken.None);
        output.WriteLine($"{verdict}");
        return verdict;
    }
}
