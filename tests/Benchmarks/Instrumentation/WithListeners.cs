using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using Tidemark.Instrumentation;

namespace Tidemark.Benchmarks.Instrumentation;

/// <summary>The library and plain <see cref="ActivitySource"/> use, with a listener that samples all data of both.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class WithListeners : IDisposable
{
    private readonly CountingLogger _logger = new();
    private ActivityListener _listener = null!;
    private TidemarkClient _tidemark = null!;
    private TidemarkSession _session;

    /// <summary>A raw session runs outside the library's session flow, whose cost is part of the library's.</summary>
    [GlobalSetup(Targets = [nameof(RawSession), nameof(Session)])]
    public void Listen()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name is RawTelemetry.SourceName or "Tidemark.Instrumentation",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(_listener);
        _tidemark = new TidemarkClient(_logger);
    }

    /// <summary>Single calls are compared in the same context: inside a started session.</summary>
    [GlobalSetup(Targets = [nameof(RawInference), nameof(Inference), nameof(RawTool), nameof(Tool)])]
    public void ListenInSession()
    {
        Listen();
        _session = _tidemark.StartSession(Story.Session, Story.User, Story.Agent);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _session.Dispose();
        _listener.Dispose();
        _logger.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark]
    public void RawInference() => RawTelemetry.Inference();

    [Benchmark]
    public void Inference() => LibraryTelemetry.Inference(_session);

    [Benchmark]
    public void RawTool() => RawTelemetry.Tool();

    [Benchmark]
    public void Tool() => LibraryTelemetry.Tool(_session);

    [Benchmark]
    public void RawSession() => RawTelemetry.Session(_logger);

    [Benchmark]
    public void Session() => LibraryTelemetry.Session(_tidemark);
}
