using BenchmarkDotNet.Attributes;
using Tidemark.Instrumentation;

namespace Tidemark.Benchmarks.Instrumentation;

/// <summary>The library's cost in an app without listeners.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class WithoutListeners
{
    private readonly TidemarkClient _tidemark = new();
    private TidemarkSession _session;

    [GlobalSetup]
    public void StartSession() => _session = _tidemark.StartSession(Story.Session, Story.User, Story.Agent);

    [Benchmark]
    public void Inference() => LibraryTelemetry.Inference(_session);

    [Benchmark]
    public void Tool() => LibraryTelemetry.Tool(_session);

    [Benchmark]
    public void Session() => LibraryTelemetry.EmptySession(_tidemark);
}
