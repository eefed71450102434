using System.Text.Json;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Sessions;

namespace Tidemark.Collector.Tests.Derive.Testing;

/// <summary>The state after a batch, which the events of the batch must not contradict.</summary>
internal sealed class Known(IEnumerable<Operation> before, IEnumerable<Operation> batch, IReadOnlyList<SessionNotice> notices)
{
    private readonly Operation[] _operations = [.. before, .. batch];

    public bool Agrees(SessionEvent happened) => happened.Type switch
    {
        EventTypes.ModelSwitched => IsSwitch(happened),
        EventTypes.SessionIdle => IsSilent(happened, TimeSpan.FromMinutes(5)),
        EventTypes.SessionEnded when Text(happened, "reason") == EndReasons.Inactivity => IsSilent(happened, TimeSpan.FromMinutes(30)),
        EventTypes.SessionEnded when Text(happened, "reason") == EndReasons.SessionEnd => IsAskedToEnd(happened),
        EventTypes.ContextThreshold => IsFull(happened),
        EventTypes.ContextCompacted => IsSmaller(happened),
        _ => true,
    };

    // In the sequence known so far, this model follows that one at this time.
    private bool IsSwitch(SessionEvent happened)
    {
        Operation[] turns = [.. Reference.Turns(_operations.Where(operation => operation.SessionId == happened.SessionId && !operation.IsError))];
        var at = Array.FindIndex(turns, turn => turn.Key.StartedAt == happened.OccurredAt);
        return at > 0 && turns[at].Series.Model == Text(happened, "to") && turns[at - 1].Series.Model == Text(happened, "from");
    }

    private bool IsSilent(SessionEvent happened, TimeSpan limit) => !_operations.Any(operation =>
        operation.SessionId == happened.SessionId && operation.Key.StartedAt < happened.OccurredAt && operation.EndedAt > happened.OccurredAt - limit);

    private bool IsAskedToEnd(SessionEvent happened) => notices.Any(notice =>
        notice.Kind == SessionNoticeKind.End && notice.SessionId == happened.SessionId && notice.At == happened.OccurredAt);

    private bool IsFull(SessionEvent happened)
    {
        var turn = TurnAt(happened);
        return turn.Tokens.Input * 100L >= Number(happened, "threshold") * turn.ContextMax;
    }

    private bool IsSmaller(SessionEvent happened)
    {
        var reported = _operations.Single(operation => operation.Key.StartedAt == happened.OccurredAt);
        if (reported.Compaction is not null) return true;
        Operation[] turns = [.. Reference.Turns(_operations.Where(operation =>
            operation.SessionId == happened.SessionId
                && operation.ConversationId == happened.ConversationId
                && operation.Tokens.Input is not null
                && !operation.IsError))];
        var at = Array.IndexOf(turns, reported);
        return at > 0 && turns[at].Tokens.Input < turns[at - 1].Tokens.Input / 2.0 && turns[at].Series.Model == turns[at - 1].Series.Model;
    }

    private Operation TurnAt(SessionEvent happened) => _operations.Single(operation => operation.Key.StartedAt == happened.OccurredAt);

    private static string? Text(SessionEvent happened, string key) => JsonDocument.Parse(happened.Data).RootElement.GetProperty(key).GetString();

    private static long Number(SessionEvent happened, string key) => JsonDocument.Parse(happened.Data).RootElement.GetProperty(key).GetInt64();
}
