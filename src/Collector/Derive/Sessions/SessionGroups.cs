using System.Runtime.InteropServices;
using Tidemark.Collector.Model.Batches;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Sessions;

namespace Tidemark.Collector.Derive.Sessions;

/// <summary>
/// Groups a batch by session. A session that another one names as its predecessor is included, with the start of that
/// successor, so that every session can be folded on its own.
/// </summary>
internal sealed class SessionGroups
{
    private readonly Dictionary<string, SessionGroup> _groups;
    private readonly IReadOnlyList<Operation> _operations;
    private readonly IReadOnlyList<Operation> _bound;

    // The previous operation of the same session: a linked list costs an integer per operation, a list per session dozens of bytes.
    private readonly int[] _previous;

    public SessionGroups(BatchInput input)
    {
        _operations = input.Operations;
        _bound = input.Bound;
        _groups = new Dictionary<string, SessionGroup>(input.State.Sessions.Count);
        _previous = new int[_operations.Count + _bound.Count];
        for (var i = 0; i < _previous.Length; i++) Add(i);
        foreach (var notice in input.Notices) Add(notice);
        foreach (var (sessionId, at) in input.State.Successors)
        {
            if (_groups.TryGetValue(sessionId, out var group)) group.SucceedAt(at);
        }
    }

    /// <summary>In ordinal order of their ids: the order in which all writers lock and write sessions.</summary>
    public List<SessionGroup> Sorted()
    {
        List<SessionGroup> groups = [.. _groups.Values];
        groups.Sort(static (x, y) => string.CompareOrdinal(x.SessionId, y.SessionId));
        return groups;
    }

    public void AddOperationsTo(List<Moment> moments, SessionGroup group)
    {
        for (var i = group.Last; i != SessionGroup.None; i = _previous[i])
        {
            var operation = At(i);
            moments.Add(new Moment(operation.Key.StartedAt, MomentKind.Operation, operation));
        }
    }

    private Operation At(int position) => position < _operations.Count ? _operations[position] : _bound[position - _operations.Count];

    private void Add(int position)
    {
        var operation = At(position);
        if (operation.SessionId is not { } sessionId) return;

        var group = Of(sessionId);
        _previous[position] = group.Last;
        group.Last = position;
        AddSuccessor(operation.PreviousSessionId, sessionId, operation.Key.StartedAt);
    }

    private void Add(SessionNotice notice)
    {
        Of(notice.SessionId).Add(notice);
        if (notice.Kind == SessionNoticeKind.Start) AddSuccessor(notice.PreviousSessionId, notice.SessionId, notice.At);
    }

    private void AddSuccessor(string? previousId, string sessionId, DateTime at)
    {
        if (string.IsNullOrEmpty(previousId) || previousId == sessionId) return;
        Of(previousId).SucceedAt(at);
    }

    private SessionGroup Of(string sessionId)
    {
        ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(_groups, sessionId, out _);
        return group ??= new SessionGroup(sessionId);
    }
}
