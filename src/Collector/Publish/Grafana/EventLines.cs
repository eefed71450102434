using System.Globalization;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Publish.Messages;

namespace Tidemark.Collector.Publish.Grafana;

/// <summary>Lines of the stream <c>events</c>. Not thread-safe.</summary>
internal sealed class EventLines
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(1);

    private DateTime _last = DateTime.UnixEpoch;

    /// <summary>
    /// Writes events with the time at which they were recorded, moved forward if needed: browsers append in order of time and keep one
    /// row per millisecond and session.
    /// </summary>
    public void Write(LineWriter lines, IReadOnlyList<StreamedEvent> events)
    {
        var floor = _last;
        var taken = new Dictionary<string, DateTime>(StringComparer.Ordinal);
        foreach (var one in events)
        {
            var session = one.Event.SessionId;
            var at = one.RecordedAt > floor ? one.RecordedAt : floor;
            if (taken.TryGetValue(session, out var before) && at < before + Step) at = before + Step;
            taken[session] = at;
            if (at > _last) _last = at;
            Write(lines, one.Event, at);
        }
    }

    private static void Write(LineWriter lines, SessionEvent one, DateTime at) => lines.Line(LiveStreams.Events)
        .Tag(LiveStreams.SessionTag, one.SessionId)
        .Text("event_type", one.Type)
        .Text("message", one.Message)
        .Text("occurred_at", one.OccurredAt.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture))
        .Text("severity", SeverityNames.Of(one.Severity))
        .At(at);
}
