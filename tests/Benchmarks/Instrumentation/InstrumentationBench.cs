using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using Perfolizer.Horology;
using Tidemark.Benchmarks.Running;

namespace Tidemark.Benchmarks.Instrumentation;

/// <summary>Measures the library's cost: relative to plain ActivitySource use, and without listeners.</summary>
internal sealed class InstrumentationBench : IBenchmark
{
    private const string RawPrefix = "Raw";
    private const string Session = nameof(WithListeners.Session);

    /// <summary>Maximum cost of a call, as a multiple of the same spans written by hand.</summary>
    private const double MostCallRatio = 1.3;

    /// <summary>
    /// Of a session with one call. It is also known to code that was not given it, which the spans and events written by hand do not do:
    /// entering it in the async flow is about a third of what it costs more.
    /// </summary>
    private const double MostSessionRatio = 1.6;

    public string Name => "instrumentation";

    public string Summary => "cost of a session, an inference and a tool call in the app, with and without listeners";

    /// <returns>1 if a ratio exceeds its limit, or anything is allocated without a listener.</returns>
    public Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var iterations = arguments.Int("iterations", 20);
        var rounds = arguments.Int("rounds", 3);
        arguments.RefuseUnknown();
        var without = Repeat<WithoutListeners>(rounds, iterations, cancellationToken);
        var with = Repeat<WithListeners>(rounds, iterations, cancellationToken);

        var ratios = with.Where(pair => !pair.Key.StartsWith(RawPrefix, StringComparison.Ordinal))
            .ToDictionary(pair => pair.Key, pair => pair.Value.Nanoseconds / with[RawPrefix + pair.Key].Nanoseconds);
        var session = ratios[Session];
        var call = ratios.Where(pair => pair.Key != Session).Max(pair => pair.Value);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"call_ratio={call:0.00} session_ratio={session:0.00} off_ns={without.Values.Max(cost => cost.Nanoseconds):0.0} "
                + $"off_bytes={without.Values.Max(cost => cost.Bytes)}"));
        var isCheap = call <= MostCallRatio && session <= MostSessionRatio;
        return Task.FromResult(isCheap && without.Values.All(static cost => cost.Bytes == 0) ? 0 : 1);
    }

    /// <summary>
    /// The best of all iterations of several rounds, for both sides: other load on the machine only adds time, and it comes and
    /// goes while one side of a comparison is measured after the other.
    /// </summary>
    private static Dictionary<string, Cost> Repeat<TBenchmark>(int rounds, int iterations, CancellationToken cancellationToken)
    {
        var all = new List<KeyValuePair<string, Cost>>();
        for (var round = 0; round < rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            all.AddRange(Run<TBenchmark>(iterations));
        }

        var best = all.GroupBy(pair => pair.Key).ToDictionary(
            group => group.Key,
            group => new Cost(group.Min(pair => pair.Value.Nanoseconds), group.Max(pair => pair.Value.Bytes)));
        foreach (var (name, cost) in best)
            Console.WriteLine(Describe(typeof(TBenchmark).Name, name, cost));
        return best;
    }

    private static Dictionary<string, Cost> Run<TBenchmark>(int iterations)
    {
        var job = Job.Default.WithToolchain(InProcessNoEmitToolchain.Instance)
            .WithWarmupCount(6)
            .WithIterationCount(iterations)
            .WithIterationTime(TimeInterval.FromMilliseconds(50));
        var config = ManualConfig.CreateEmpty().AddJob(job).AddColumnProvider(DefaultColumnProviders.Instance).AddLogger(NullLogger.Instance);
        var summary = BenchmarkRunner.Run<TBenchmark>(config);
        return summary.Reports.ToDictionary(NameOf, CostOf);
    }

    private static string NameOf(BenchmarkReport report) => report.BenchmarkCase.Descriptor.WorkloadMethod.Name;

    private static Cost CostOf(BenchmarkReport report) => new(
        report.ResultStatistics?.Min ?? throw new InvalidOperationException($"{NameOf(report)} was not measured."),
        report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0);

    private static string Describe(string group, string name, in Cost cost) =>
        string.Create(CultureInfo.InvariantCulture, $"{group,-18}{name,-14}{cost.Nanoseconds,10:0.0} ns {cost.Bytes,6} B");
}
