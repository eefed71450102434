using System.Runtime.InteropServices;
using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Sessions;

/// <summary>
/// What is new of each session of a batch. A session that another one names as its predecessor is among them, with that
/// successor's start: so every session can be folded on its own.
/// </summary>
internal sealed class SessionGroups
{
    private readonly Dictionary<string, SessionGroup> _groups = [];

    public SessionGroups(IReadOnlyList<Operation> operations, IReadOnlyList<SessionSignal> signals)
    {
        Add(operations);
        foreach (var signal in signals) Add(signal);
    }

    public int Count => _groups.Count;

    /// <summary>Adds those operations that have a session.</summary>
    public void Add(IReadOnlyList<Operation> operations)
    {
        for (var i = 0; i < operations.Count; i++)
        {
            var operation = operations[i];
            if (operation.SessionId is not { } sessionId) continue;
            Of(sessionId).Operations.Add(operation);
            AddSuccessor(operation.PreviousSessionId, sessionId, operation.Key.StartedAt);
        }
    }

    /// <summary>In ordinal order of their ids: the order in which every writer locks and writes sessions.</summary>
    public List<SessionGroup> Sorted()
    {
        List<SessionGroup> groups = [.. _groups.Values];
        groups.Sort(static (x, y) => string.CompareOrdinal(x.SessionId, y.SessionId));
        return groups;
    }

    private void Add(SessionSignal signal)
    {
        (Of(signal.SessionId).Signals ??= []).Add(signal);
        if (signal.Kind == SessionSignalKind.Start) AddSuccessor(signal.PreviousSessionId, signal.SessionId, signal.At);
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
