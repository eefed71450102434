using Tidemark.Collector.Derive.Sessions;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Derive.Events;

/// <summary>Collects the events of a fold.</summary>
internal sealed class EventSink
{
    private readonly List<SessionEvent> _events = [];
    private EventData? _data;

    /// <summary>Starts a new data object; the previous one must have been written.</summary>
    public EventData Data => _data ??= new EventData();

    public int Count => _events.Count;

    /// <summary>Adds an event caused by an operation.</summary>
    public void Add(Operation operation, string type, DateTime at, string message, string data, EventSeverity? severity = null) =>
        _events.Add(Of(operation, type, at, message, data, severity ?? Severities.Of(type), isShared: false));

    /// <summary>Adds an event about something that many sessions share.</summary>
    public void AddShared(Operation operation, string type, string message, string data) =>
        _events.Add(Of(operation, type, operation.Key.StartedAt, message, data, Severities.Of(type), isShared: true));

    /// <summary>Adds an event about a session's status.</summary>
    public void Add(SessionDraft session, string type, DateTime at, string message, string data, int activeDelta) =>
        _events.Add(new SessionEvent
        {
            OccurredAt = at,
            Type = type,
            Severity = Severities.Of(type),
            SessionId = session.SessionId,
            Service = session.Service?.Value ?? "",
            Environment = session.Environment,
            Agent = session.Agent?.Value,
            Model = session.CurrentModel?.Value,
            UserId = session.UserId?.Value,
            ActiveDelta = activeDelta,
            Message = message,
            Data = data,
        });

    public IReadOnlyList<SessionEvent> TakeAll()
    {
        if (_events.Count == 0) return [];
        SessionEvent[] events = [.. _events];
        _events.Clear();
        return events;
    }

    private static SessionEvent Of(
        Operation operation, string type, DateTime at, string message, string data, EventSeverity severity, bool isShared) => new()
        {
            OccurredAt = at,
            Type = type,
            Severity = severity,
            SessionId = isShared ? "" : operation.SessionId ?? "",
            ConversationId = isShared ? null : operation.ConversationId,
            Service = operation.Series.Service,
            Environment = operation.Series.Environment,
            Agent = NullIfEmpty(operation.Series.Agent),
            Workflow = NullIfEmpty(operation.Series.Workflow),
            Model = NullIfEmpty(operation.Series.Model),
            UserId = isShared ? null : operation.UserId,
            Message = message,
            Data = data,
        };

    private static string? NullIfEmpty(string value) => value.Length == 0 ? null : value;
}
