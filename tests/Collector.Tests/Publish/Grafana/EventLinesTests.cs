using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Publish.Grafana;
using Tidemark.Testing.Live;

namespace Tidemark.Collector.Tests.Publish.Grafana;

public sealed class EventLinesTests
{
    private static readonly DateTime Recorded = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    private readonly EventLines _lines = new();

    [Fact]
    public void Events_OfOneSessionAndMoment_StandAMillisecondApart()
    {
        var read = Push(Of("a", Recorded), Of("a", Recorded), Of("b", Recorded), Of("a", Recorded.AddMilliseconds(1)));

        Assert.Equal([0, 1, 0, 2], read.Select(line => (line.Time - Recorded).TotalMilliseconds));
    }

    [Fact]
    public void Events_OfALaterPush_NeverGoBack()
    {
        Push(Of("a", Recorded), Of("a", Recorded), Of("a", Recorded));

        var read = Push(Of("b", Recorded.AddSeconds(-1)), Of("b", Recorded.AddSeconds(5)));

        Assert.Equal([2, 5_000], read.Select(line => (line.Time - Recorded).TotalMilliseconds));
    }

    [Fact]
    public void Event_OfNoSession_HasATagAllTheSame() => Assert.Equal("none", Push(Of("", Recorded))[0].Tag("session_id"));

    private static StreamedEvent Of(string session, DateTime recordedAt) => new(
        default,
        recordedAt,
        new SessionEvent
        {
            OccurredAt = Recorded.AddDays(-1),
            Type = EventTypes.OperationFailed,
            Severity = EventSeverity.Error,
            SessionId = session,
            Message = "m",
            Data = "{}",
        });

    private IReadOnlyList<LiveLine> Push(params StreamedEvent[] events)
    {
        var lines = new LineWriter();
        _lines.Write(lines, events);
        return LineReader.Read(lines.ToString());
    }
}
