using System.Runtime.InteropServices;
using Tidemark.Collector.Derive.Sessions;
using Tidemark.Collector.Model.Batches;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Model.Sessions;

namespace Tidemark.Collector.Derive;

/// <summary>Determines the rows that a batch is folded onto, and the sessions whose past is needed as well.</summary>
internal static class BatchKeys
{
    /// <summary>Session ids in ordinal order, including predecessors.</summary>
    public static string[] Sessions(IReadOnlyList<Operation> operations, IReadOnlyList<SessionNotice> notices)
    {
        var ids = new HashSet<string>();
        for (var i = 0; i < operations.Count; i++)
        {
            var operation = operations[i];
            if (operation.SessionId is null) continue;
            ids.Add(operation.SessionId);
            if (!string.IsNullOrEmpty(operation.PreviousSessionId)) ids.Add(operation.PreviousSessionId);
        }

        foreach (var notice in notices)
        {
            ids.Add(notice.SessionId);
            if (!string.IsNullOrEmpty(notice.PreviousSessionId)) ids.Add(notice.PreviousSessionId);
        }

        string[] sorted = [.. ids];
        Array.Sort(sorted, StringComparer.Ordinal);
        return sorted;
    }

    /// <summary>Sorted keys.</summary>
    public static (string SessionId, string ConversationId)[] Conversations(IReadOnlyList<Operation> operations)
    {
        var ids = new HashSet<(string SessionId, string ConversationId)>();
        for (var i = 0; i < operations.Count; i++)
        {
            if (operations[i] is { SessionId: { } sessionId } operation && Chains.IdOf(operation) is { } id) ids.Add((sessionId, id));
        }

        (string SessionId, string ConversationId)[] sorted = [.. ids];
        Array.Sort(sorted, static (x, y) =>
        {
            var order = string.CompareOrdinal(x.SessionId, y.SessionId);
            return order == 0 ? string.CompareOrdinal(x.ConversationId, y.ConversationId) : order;
        });
        return sorted;
    }

    /// <summary>Sessions with an inference that is earlier than their current model, each with the start of the earliest such inference.</summary>
    public static IReadOnlyList<(string SessionId, DateTime Before)> FollowingTurnKeys(BatchInput input)
    {
        var models = new Dictionary<string, Dated<string>>(input.State.Sessions.Count);
        foreach (var state in input.State.Sessions)
        {
            if (state.CurrentModel is { } model) models.Add(state.SessionId, model);
        }

        var late = new Dictionary<string, DateTime>();
        AddLate(late, models, input.Operations);
        AddLate(late, models, input.Bound);
        return late.Count == 0 ? [] : [.. late.OrderBy(turn => turn.Key, StringComparer.Ordinal).Select(turn => (turn.Key, turn.Value))];
    }

    private static void AddLate(Dictionary<string, DateTime> late, Dictionary<string, Dated<string>> models, IReadOnlyList<Operation> operations)
    {
        for (var i = 0; i < operations.Count; i++)
        {
            if (operations[i] is not { SessionId: { } id, Series: { Kind: OperationKind.Inference, Model: { Length: > 0 } model } } operation) continue;
            if (!Chains.IsMain(operation)) continue;
            var at = operation.Key.StartedAt;
            if (!models.TryGetValue(id, out var current) || Dates.IsLatest(Mark<string>.Of(current), model, at)) continue;

            ref var earliest = ref CollectionsMarshal.GetValueRefOrAddDefault(late, id, out var isLate);
            if (!isLate || at < earliest) earliest = at;
        }
    }
}
