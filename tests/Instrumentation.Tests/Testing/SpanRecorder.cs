using System.Collections.Concurrent;
using System.Diagnostics;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.Tests.Testing;

/// <summary>Collects the library's spans. Other tests may run in parallel: filter by session or model.</summary>
internal sealed class SpanRecorder : IDisposable
{
    private readonly ActivityListener _listener;
    private readonly ConcurrentQueue<Activity> _stopped = new();

    public SpanRecorder()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == TidemarkSource.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _stopped.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public IReadOnlyList<Activity> Of(string sessionId) => With("session.id", sessionId);

    public IReadOnlyList<Activity> With(string key, string value) =>
        [.. _stopped.Where(span => span.GetTagItem(key) as string == value)];

    public void Dispose() => _listener.Dispose();
}
