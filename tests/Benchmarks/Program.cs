using Tidemark.Benchmarks.Costs;
using Tidemark.Benchmarks.Delivery;
using Tidemark.Benchmarks.Derive;
using Tidemark.Benchmarks.Faults;
using Tidemark.Benchmarks.Ingest;
using Tidemark.Benchmarks.Instrumentation;
using Tidemark.Benchmarks.Live;
using Tidemark.Benchmarks.Outage;
using Tidemark.Benchmarks.Overload;
using Tidemark.Benchmarks.Query;
using Tidemark.Benchmarks.Recognise;
using Tidemark.Benchmarks.Running;
using Tidemark.Benchmarks.Soak;

IBenchmark[] benchmarks =
[
    new BytesBench(), new CostBench(), new DeliveryBench(), new DeriveBench(), new FaultsBench(), new IngestBench(),
    new InstrumentationBench(), new LiveBench(), new OutageBench(), new OverloadBench(), new QueryBench(), new RecogniseBench(), new SoakBench(),
];

using var stopping = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stopping.Cancel();
};

if (args.Length > 0 && benchmarks.FirstOrDefault(benchmark => benchmark.Name == args[0]) is { } chosen)
{
    return await chosen.RunAsync(new Arguments(args.AsSpan(1)), stopping.Token);
}

Console.WriteLine("./dev bench NAME [--option value ...]");
foreach (var benchmark in benchmarks) Console.WriteLine($"  {benchmark.Name,-16}{benchmark.Summary}");
return args.Length == 0 ? 0 : 2;
