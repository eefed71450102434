using Tidemark.Benchmarks.Running;
using Tidemark.Testing.Oracle;

namespace Tidemark.Benchmarks.Faults;

/// <summary>Collectors and their database killed at random for minutes, held against the oracle.</summary>
internal sealed class FaultsBench : IBenchmark
{
    private const int DefaultMinutes = 5;

    public string Name => "faults";

    public string Summary => "nothing lost, nothing counted twice under random faults; --minutes, --seed, --collectors, --rate";

    /// <returns>1 where anything at all is not as it must be.</returns>
    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var minutes = arguments.Int("minutes", DefaultMinutes);
        var options = new OracleOptions(arguments.Int("seed", Random.Shared.Next()), TimeSpan.FromMinutes(minutes));
        options = options with { Collectors = arguments.Int("collectors", 3), CallsPerSecond = arguments.Int("rate", options.CallsPerSecond) };
        arguments.RefuseUnknown();
        Console.WriteLine($"minutes={minutes} seed={options.Seed} collectors={options.Collectors} rate={options.CallsPerSecond}");

        // The settings that users get: commits reach the disk.
        var home = Environment.GetEnvironmentVariable("TIDEMARK_BENCH_DIRECTORY");
        await using var cluster = await OracleCluster.StartAsync(home, new Dictionary<string, string>(), cancellationToken);
        await using var system = await OracleSystem.StartAsync(cluster, options, cancellationToken);
        var verdict = await OracleRun.RunAsync(system, options, Console.WriteLine, cancellationToken);

        Console.WriteLine(
            $"issued={verdict.Issued} replayed={verdict.Replayed} stuck={verdict.Stuck} invented={verdict.Invented} changed={verdict.Changed} "
            + $"wrong_events={verdict.WrongEvents} ledger_gap={verdict.LedgerGap} deaf={verdict.Deaf} refusal={verdict.Refusal ?? "none"}");
        Console.WriteLine(verdict.Summary);
        return verdict.IsClean ? 0 : 1;
    }
}
