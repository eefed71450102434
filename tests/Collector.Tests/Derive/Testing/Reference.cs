using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Model.Sessions;

namespace Tidemark.Collector.Tests.Derive.Testing;

/// <summary>The expected rows, computed from all operations at once, independent of batches and order of arrival.</summary>
internal sealed class Reference(IReadOnlyList<Operation> operations, IReadOnlyList<SessionNotice> notices)
{
    private static readonly TimeSpan EndedAfter = TimeSpan.FromMinutes(30);

    public IEnumerable<SessionState> Sessions() =>
        operations.Select(operation => operation.SessionId!).Concat(notices.Select(notice => notice.SessionId)).Distinct()
            .Order(StringComparer.Ordinal).Select(Session);

    public IEnumerable<ConversationState> Conversations() =>
        from operation in operations
        let id = operation.ConversationId ?? (operation.Series.Kind == OperationKind.Inference ? "" : null)
        where id is not null
        group operation by (operation.SessionId!, id) into chain
        orderby chain.Key
        select Conversation(chain.Key.Item1, chain.Key.id, [.. chain]);

    public static IEnumerable<Operation> Turns(IEnumerable<Operation> operations) =>
        from operation in operations
        where operation.Series.Kind == OperationKind.Inference
        orderby operation.Key.StartedAt, operation.Series.Model
        select operation;

    private SessionState Session(string id)
    {
        Operation[] own = [.. operations.Where(operation => operation.SessionId == id).OrderBy(operation => operation.Key.StartedAt)];
        SessionNotice[] reported = [.. notices.Where(notice => notice.SessionId == id)];
        DateTime[] starts = [.. own.Select(operation => operation.Key.StartedAt), .. reported.Select(notice => notice.At)];
        string[] turns = [.. Turns(own).Select(turn => turn.Series.Model)];
        string[] main = [.. Turns(own).Where(turn => !turn.IsError).Select(turn => turn.Series.Model)];
        Operation[] calls = [.. own.Where(operation => operation.IsModelCall)];
        var lastSeen = own.Select(operation => operation.EndedAt).Concat(reported.Select(notice => notice.At)).Max();
        var (status, endedAt, reason) = Status(id, own, reported, lastSeen);
        return new SessionState
        {
            SessionId = id,
            Service = new Dated<string>("shop", starts.Min()),
            Environment = "prod",
            UserId = First(own, operation => operation.UserId),
            Agent = First(own, operation => operation.Series.Agent.Length > 0 ? operation.Series.Agent : null),
            Status = status,
            StartedAt = starts.Min(),
            LastSeenAt = lastSeen,
            LastStartedAt = starts.Max(),
            EndedAt = endedAt,
            EndReason = reason,
            SuccessorAt = SuccessorOf(id),
            PreviousSessionId = own.Select(operation => operation.PreviousSessionId).FirstOrDefault(previous => previous is not null),
            CurrentModel = LastModel(own),
            Models = [.. turns.Distinct().Order(StringComparer.Ordinal)],
            ModelSwitches = main.Zip(main.Skip(1)).Count(pair => pair.First != pair.Second),
            Conversations = Conversations().Count(chain => chain.SessionId == id),
            Messages = turns.Length,
            Operations = own.Length,
            Errors = own.Count(operation => operation.IsError),
            ToolCalls = own.Count(operation => operation.Series.Kind == OperationKind.Tool),
            Tokens = new TokenTotals(calls.Sum(call => call.Tokens.Input ?? 0), calls.Sum(call => call.Tokens.Output ?? 0), 0, 0, 0),
            CostUsd = calls.Sum(call => call.Cost?.Usd ?? 0),
            Priced = calls.Count(call => call.Cost is not null),
            Unpriced = calls.Count(call => call.Cost is null && (call.Failure is null || !call.Tokens.IsEmpty)),
            Context = LastFill(own),
            ContextPeakRatio = own.Where(HasFill).Max(operation => (double?)operation.Tokens.Input / WindowOf(operation)),
        };
    }

    private (SessionStatus Status, DateTime? EndedAt, string? Reason) Status(string id, Operation[] own, SessionNotice[] reported, DateTime lastSeen)
    {
        var lastStart = own.Select(operation => operation.Key.StartedAt)
            .Concat(reported.Where(notice => notice.Kind == SessionNoticeKind.Start).Select(notice => notice.At)).Prepend(DateTime.MinValue).Max();
        DateTime? end = reported.Where(notice => notice.Kind == SessionNoticeKind.End).Max(notice => (DateTime?)notice.At);
        if (end >= lastStart) return (SessionStatus.Ended, end, EndReasons.SessionEnd);
        if (SuccessorOf(id) is not { } successor || successor < lastStart) return (SessionStatus.Active, null, null);
        return successor < lastSeen + EndedAfter
            ? (SessionStatus.Ended, successor, EndReasons.Successor)
            : (SessionStatus.Ended, lastSeen + EndedAfter, EndReasons.Inactivity);
    }

    private DateTime? SuccessorOf(string id) =>
        operations.Where(operation => operation.PreviousSessionId == id).Min(operation => (DateTime?)operation.Key.StartedAt);

    private static ConversationState Conversation(string sessionId, string id, Operation[] chain)
    {
        string[] agents = [.. Turns(chain).Select(turn => turn.Series.Agent).Where(agent => agent.Length > 0).Distinct()];
        return new ConversationState
        {
            SessionId = sessionId,
            ConversationId = id,
            StartedAt = chain.Min(operation => operation.Key.StartedAt),
            LastSeenAt = chain.Max(operation => operation.EndedAt),
            Messages = Turns(chain).Count(),
            TotalTokens = chain.Where(operation => operation.IsModelCall).Sum(operation => operation.Tokens.Total),
            Context = LastFill(chain),
            CurrentModel = LastModel(chain),
            Agent = agents.Length switch { 0 => "", 1 => agents[0], _ => "*" },
            CompactedAt = chain.Where(operation => operation.Compaction is not null).Max(operation => (DateTime?)operation.Key.StartedAt),
        };
    }

    private static Dated<string>? LastModel(IEnumerable<Operation> own) =>
        Turns(own).Where(turn => !turn.IsError).Select(turn => new Dated<string>(turn.Series.Model, turn.Key.StartedAt)).LastOrDefault();

    private static int? WindowOf(Operation operation) => operation.ContextMax >= operation.Tokens.Input ? operation.ContextMax : null;

    private static bool HasFill(Operation operation) => operation is { Series.Kind: OperationKind.Inference, Failure: null, Tokens.Input: not null };

    private static Dated<ContextFill>? LastFill(IEnumerable<Operation> own) => own.Where(HasFill)
        .OrderBy(operation => operation.Key.StartedAt).ThenBy(operation => operation.Tokens.Input).ThenBy(operation => WindowOf(operation) ?? -1)
        .Select(operation => new Dated<ContextFill>(new ContextFill(operation.Tokens.Input!.Value, WindowOf(operation)), operation.Key.StartedAt))
        .LastOrDefault();

    private static Dated<string>? First(IEnumerable<Operation> own, Func<Operation, string?> value) => own
        .Where(operation => value(operation) is not null)
        .OrderBy(operation => operation.Key.StartedAt).ThenBy(value, StringComparer.Ordinal)
        .Select(operation => new Dated<string>(value(operation)!, operation.Key.StartedAt))
        .FirstOrDefault();
}
