using Tidemark.Benchmarks.Running;
using Tidemark.Testing.Oracle;
using Tidemark.Testing.Oracle.Faults;

namespace Tidemark.Benchmarks.Faults;

/// <summary>Kills collectors and their database at random for minutes, and compares the result with the oracle.</summary>
internal sealed class FaultsBench : IBenchmark
{
    private const int DefaultMinutes = 5;

    // Longer than the waits for a session (30 s) and for an agent's calls (60 s).
    private const int DefaultLateSeconds = 100;

    public string Name => "faults";

    public string Summary =>
        "nothing lost, nothing counted twice under random faults; --minutes, --seed, --collectors, --rate, --late-seconds (0: plain calls only), --only FAULT";

    /// <returns>1 if anything differs from the oracle.</returns>
    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var minutes = arguments.Int("minutes", DefaultMinutes);
        var options = new OracleOptions(arguments.Int("seed", Random.Shared.Next()), TimeSpan.FromMinutes(minutes))
        {
            Latest = arguments.Int("late-seconds", DefaultLateSeconds) is > 0 and var late ? TimeSpan.FromSeconds(late) : null,
        };
        options = options with { Collectors = arguments.Int("collectors", 3), CallsPerSecond = arguments.Int("rate", options.CallsPerSecond) };
        if (arguments.Text("only") is { } only) options = options with { Faults = Only(only) };
        arguments.RefuseUnknown();
        Console.WriteLine($"minutes={minutes} seed={options.Seed} collectors={options.Collectors} rate={options.CallsPerSecond}");

        // Default settings: commits are flushed to disk.
        var home = Environment.GetEnvironmentVariable("TIDEMARK_BENCH_DIRECTORY");
        await using var cluster = await OracleCluster.StartAsync(home, new Dictionary<string, string>(), cancellationToken);
        await using var system = await OracleSystem.StartAsync(cluster, options, cancellationToken);
        var verdict = await OracleRun.RunAsync(system, options, Console.WriteLine, cancellationToken);

        Console.WriteLine(
            $"issued={verdict.Issued} replayed={verdict.Replayed} stuck={verdict.Stuck} invented={verdict.Invented} changed={verdict.Changed} "
            + $"wrong_events={verdict.WrongEvents} ledger_gap={verdict.LedgerGap} deaf={verdict.Deaf} refusal={verdict.Refusal ?? "none"}");
        if (verdict.ChangedExamples.Length > 0) Console.WriteLine(verdict.ChangedExamples);
        Console.WriteLine(verdict.Summary);
        return verdict.IsClean ? 0 : 1;
    }

    private static IReadOnlyList<IFault> Only(string name) => AllFaults.Deck.FirstOrDefault(fault => fault.GetType().Name == name) is { } fault
        ? [fault]
        : throw new ArgumentException(
            $"There is no fault {name}. Known: {string.Join(", ", AllFaults.Deck.Select(known => known.GetType().Name).Distinct())}.");
}
