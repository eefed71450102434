using System.Collections.Concurrent;
using System.Diagnostics;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.Tests.Support;

/// <summary>Hears the library's spans, and those of a source of its own that stands for the app's other instrumentation.</summary>
internal sealed class SpanRecorder : IDisposable
{
    private readonly ActivityListener _listener;
    private readonly ConcurrentQueue<Activity> _stopped = new();

    public SpanRecorder()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == TidemarkSource.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _stopped.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>The ended spans of one session: others' tests may run at the same time.</summary>
    public IReadOnlyList<Activity> Of(string sessionId) =>
        [.. _stopped.Where(span => span.GetTagItem("session.id") as string == sessionId)];

    public void Dispose() => _listener.Dispose();
}
