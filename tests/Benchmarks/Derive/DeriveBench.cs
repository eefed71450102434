using System.Diagnostics;
using System.Globalization;
using Tidemark.Benchmarks.Running;
using Tidemark.Collector.Derive;
using Tidemark.Collector.Derive.Monitors;
using Tidemark.Collector.Derive.Rollups;
using Tidemark.Collector.Derive.Sessions;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Pipeline;
using Tidemark.Collector.Pipeline.Requests;

namespace Tidemark.Benchmarks.Derive;

/// <summary>Measures resolver and fold without the database: time and memory of each part, per operation of a lane's batch.</summary>
internal sealed class DeriveBench : IBenchmark
{
    private const int RequestSize = 500;

    public string Name => "derive";

    public string Summary => "cost of resolving traces of one and of eight operations, and of folding a batch: keys, sessions, monitors, rollups";

    public Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var operations = arguments.Int("operations", 5_000);
        var sessions = arguments.Int("sessions", 500);
        var rounds = arguments.Int("rounds", 1_000);
        arguments.RefuseUnknown();

        var options = new DeriveOptions();
        var limits = new SlowLimits(options);
        var rollups = new RollupFold(limits);
        var monitors = new MonitorFold(options);
        var fold = new BatchFold(new SessionFold(options, limits, new Expiry(options)), monitors, rollups);
        var input = FleetBatch.Create(fold, operations, sessions);
        (string Name, Action Run)[] parts =
        [
            ("resolve of 1", Resolve(input.Operations)),
            ("resolve of 8", Resolve(FleetBatch.InTraces(input.Operations, 8))),
            ("keys", () => fold.KeysOf(input.Operations, [])),
            ("turn keys", () => BatchFold.FollowingTurnKeys(input)),
            ("monitors", () => monitors.Apply(input.Operations, input.State.Monitors, new())),
            ("rollups", () => rollups.Fold(input.Operations)),
            ("whole fold", () => fold.Apply(input)),
        ];
        Cost total = new(0, 0);
        foreach (var (name, run) in parts)
        {
            total = Measure(run, rounds, operations, cancellationToken);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-14}{total.Nanoseconds,8:0} ns {total.Bytes,6:0} B"));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"operations={operations} sessions={sessions} ns={total.Nanoseconds:0} bytes={total.Bytes:0}"));
        return Task.FromResult(0);
    }

    // In requests of exporters' size, including adding and reading them.
    private static Action Resolve(IReadOnlyList<Operation> operations)
    {
        var requests = operations.Chunk(RequestSize).ToArray();
        return () =>
        {
            foreach (var request in requests)
            {
                var items = new RequestItems("bench", 1);
                foreach (var operation in request) items.Add(operation, null);
                items.Resolve(new PipelineOptions().TraceOperations);
            }
        };
    }

    // The median, because other load on the machine only adds time.
    private static Cost Measure(Action run, int rounds, int operations, CancellationToken cancellationToken)
    {
        var nanoseconds = new double[rounds];
        var bytes = 0L;
        for (var round = -rounds / 4; round < rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var started = Stopwatch.GetTimestamp();
            run();
            if (round < 0) continue;
            nanoseconds[round] = Stopwatch.GetElapsedTime(started).TotalNanoseconds;
            bytes += GC.GetAllocatedBytesForCurrentThread() - allocated;
        }

        Array.Sort(nanoseconds);
        return new Cost(nanoseconds[rounds / 2] / operations, (double)bytes / rounds / operations);
    }

    private readonly record struct Cost(double Nanoseconds, double Bytes);
}
