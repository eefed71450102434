using Tidemark.Collector.Derive;
using Tidemark.Collector.Derive.Sessions;
using Tidemark.Collector.Model.Batches;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Model.Monitors;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Model.Sessions;

namespace Tidemark.Collector.Tests.Derive.Testing;

/// <summary>An in-memory database with a lane: the state that a fold needs between batches.</summary>
internal sealed class World(DeriveOptions? options = null)
{
    private readonly BatchFold _fold = Folds.Batch(options);
    private readonly Expiry _expiry = new(options ?? new DeriveOptions());
    private readonly Dictionary<OperationKey, Operation> _operations = [];

    public SortedDictionary<string, SessionState> Sessions { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<(string SessionId, string ConversationId), ConversationState> Conversations { get; } = [];

    public SortedDictionary<MonitorKey, MonitorState> Monitors { get; } = [];

    public List<SessionEvent> Events { get; } = [];

    public List<RollupDelta> Rollups { get; } = [];

    public SessionState Session => Sessions.Single().Value;

    public IReadOnlyCollection<Operation> Operations => _operations.Values;

    /// <summary>One transaction. Returns the events it wrote.</summary>
    public IReadOnlyList<SessionEvent> Commit(params Operation[] operations) => Commit(operations, []);

    public IReadOnlyList<SessionEvent> Commit(IReadOnlyList<Operation> operations, IReadOnlyList<SessionNotice> notices)
    {
        Operation[] isNew = [.. operations.DistinctBy(operation => operation.Key).Where(operation => !_operations.ContainsKey(operation.Key))];
        var keys = _fold.KeysOf(isNew, notices);
        var input = new BatchInput { State = Lock(keys), Operations = isNew, Notices = notices };
        var late = BatchFold.FollowingTurnKeys(input).ToDictionary(turn => turn.SessionId, turn => TurnsOf(turn.SessionId, turn.Before));
        var folded = _fold.Apply(input with { FollowingTurns = late });
        folded = folded with { Events = EventOrder.Count(folded.Events, Active()) };
        foreach (var operation in isNew) _operations.Add(operation.Key, operation);
        return Write(folded);
    }

    public IReadOnlyList<SessionEvent> Notice(params SessionNotice[] notices) => Commit([], notices);

    /// <summary>A sweep at the given time in seconds after noon.</summary>
    public IReadOnlyList<SessionEvent> Sweep(double second)
    {
        SessionOutput[] outputs = [.. Sessions.Values.Select(state => _expiry.Apply(state, Make.At(second))).OfType<SessionOutput>()];
        var events = EventOrder.Count(EventOrder.Sort(outputs.SelectMany(output => output.Events)), Active());
        return Write(new FoldedBatch([.. outputs.Select(output => output.State)], [], [], events, []));
    }

    private long Active() => Sessions.Values.Count(state => state.Status == SessionStatus.Active);

    private LockedState Lock(StateKeys keys) => new(
        [.. keys.Sessions.Where(Sessions.ContainsKey).Select(id => Sessions[id])],
        [.. keys.Conversations.Where(Conversations.ContainsKey).Select(id => Conversations[id])],
        [.. keys.Monitors.Where(Monitors.ContainsKey).Select(key => Monitors[key])])
    {
        Successors = SuccessorsOf(keys),
    };

    private Dictionary<string, DateTime> SuccessorsOf(StateKeys keys) => Sessions.Values
        .Where(state => state.PreviousSessionId is { } previous && keys.Sessions.Contains(previous) && !Sessions.ContainsKey(previous))
        .GroupBy(state => state.PreviousSessionId!)
        .ToDictionary(group => group.Key, group => group.Min(state => state.StartedAt));

    private IReadOnlyList<Turn> TurnsOf(string sessionId, DateTime before)
    {
        Turn[] turns =
        [
            .. _operations.Values
                .Where(operation => operation.SessionId == sessionId && Chains.IsMain(operation) && operation.Series.Model.Length > 0)
                .Select(operation => new Turn(operation.Key.StartedAt, operation.Key.SpanId, operation.Series.Model)),
        ];
        var from = turns.Where(turn => turn.StartedAt < before).Select(turn => turn.StartedAt).DefaultIfEmpty(DateTime.MinValue).Max();
        return [.. turns.Where(turn => turn.StartedAt >= from)];
    }

    private IReadOnlyList<SessionEvent> Write(FoldedBatch folded)
    {
        foreach (var state in folded.Sessions) Sessions[state.SessionId] = state with { Revision = state.Revision + 1 };
        foreach (var state in folded.Conversations)
            Conversations[(state.SessionId, state.ConversationId)] = state with { Revision = state.Revision + 1 };
        foreach (var state in folded.Monitors) Monitors[state.Key] = state with { Revision = state.Revision + 1 };
        Events.AddRange(folded.Events);
        Rollups.AddRange(folded.Rollups);
        return folded.Events;
    }
}
