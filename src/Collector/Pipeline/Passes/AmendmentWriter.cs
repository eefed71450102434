using Tidemark.Collector.Derive;
using Tidemark.Collector.Derive.Amendments;
using Tidemark.Collector.Derive.Rollups;
using Tidemark.Collector.Derive.Traces;
using Tidemark.Collector.Model.Batches;
using Tidemark.Collector.Model.Traces;
using Tidemark.Collector.Pipeline.Lanes;
using Tidemark.Collector.Store.Lanes;
using Tidemark.Collector.Store.Maintenance;

namespace Tidemark.Collector.Pipeline.Passes;

/// <summary>Applies amendments: withdraws the old contribution of operations and adds the new one.</summary>
internal sealed class AmendmentWriter(BatchFold fold, AmendmentFold sessions, RollupFold rollups, PipelineOptions options)
{
    /// <summary>Writes everything in the given transaction, whose operations are locked; returns the number of events.</summary>
    public async Task<int> WriteAsync(LaneStore store, LaneTransaction transaction, IReadOnlyList<Amendment> amendments, CancellationToken cancellationToken)
    {
        await store.LearnAsync([.. amendments.Select(amendment => amendment.After)], cancellationToken);
        var bound = AmendmentFold.BoundBy(amendments);
        var keys = fold.KeysOf(bound, []);
        string[] touched = [.. keys.Sessions.Union(AmendmentFold.SessionsOf(amendments), StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var state = await transaction.LockAsync(new StateKeys(touched, keys.Conversations, []), cancellationToken);
        var input = new BatchInput { State = state, Operations = [], Bound = bound };
        input = input with { FollowingTurns = await FollowingTurns.ReadAsync(transaction, input, cancellationToken) };
        var folded = fold.Apply(input);

        await transaction.AmendAsync([.. amendments.Select(amendment => amendment.After)], cancellationToken);
        var amended = await RebuildAsync(transaction, amendments, state, folded, cancellationToken);
        await SettlingStore.RemoveAsync(transaction, amended, cancellationToken);
        return await FoldWriter.WriteAsync(store, transaction, new LaneWrite { Folded = Merge(folded, amended, amendments), Ledger = [] }, cancellationToken);
    }

    private async Task<AmendedSessions> RebuildAsync(
        LaneTransaction transaction, IReadOnlyList<Amendment> amendments, LockedState state, FoldedBatch folded, CancellationToken cancellationToken)
    {
        string[] ids = AmendmentFold.SessionsOf([.. amendments.Where(amendment => amendment.Before.SessionId is not null)]);
        var operations = (await SettlingStore.ReadSessionsAsync(
            transaction, ids, options.RebuildOperations, cancellationToken)).Select(ReportedFacts.Complete).ToList();
        var large = operations.GroupBy(operation => operation.SessionId)
            .Where(session => session.Count() > options.RebuildOperations)
            .Select(session => session.Key!)
            .ToHashSet(StringComparer.Ordinal);
        // First the effect of operations that are new to their session on its row.
        var rows = state.Sessions.Where(row => !folded.Sessions.Any(newer => newer.SessionId == row.SessionId)).Concat(folded.Sessions).ToList();
        string[] small = [.. ids.Where(id => !large.Contains(id))];
        var amended = sessions.Apply(new AmendmentInput
        {
            Amendments = amendments,
            SessionIds = small,
            Sessions = rows,
            Conversations = await SettlingStore.ReadConversationsAsync(transaction, small, cancellationToken),
            Operations = [.. operations.Where(operation => !large.Contains(operation.SessionId!))],
        });
        if (large.Count == 0) return amended;

        List<Amendment> others = [.. amendments.Where(amendment => amendment.Before.SessionId is not null)];
        var adjusted = rows.Where(row => large.Contains(row.SessionId)).Select(row => AmendmentFold.Adjust(row, others));
        return amended with { Sessions = [.. amended.Sessions, .. adjusted] };
    }

    private FoldedBatch Merge(FoldedBatch folded, AmendedSessions amended, IReadOnlyList<Amendment> amendments)
    {
        var rebuilt = amended.Sessions.Select(session => session.SessionId)
            .Concat(amended.Merged.Select(merged => merged.SessionId))
            .ToHashSet(StringComparer.Ordinal);
        var kept = amended.Conversations.Select(conversation => conversation.SessionId).ToHashSet(StringComparer.Ordinal);
        List<Amendment> counted = [.. amendments.Where(Amending.IsCounted)];
        return folded with
        {
            Sessions = [.. folded.Sessions.Where(session => !rebuilt.Contains(session.SessionId))
                .Concat(amended.Sessions)
                .OrderBy(session => session.SessionId, StringComparer.Ordinal)],
            Conversations = [.. folded.Conversations
                .Where(conversation => !kept.Contains(conversation.SessionId))
                .Concat(amended.Conversations)
                .OrderBy(conversation => conversation.SessionId, StringComparer.Ordinal)
                .ThenBy(conversation => conversation.ConversationId, StringComparer.Ordinal)],
            Events = [.. folded.Events, .. amended.Events],
            Rollups = rollups.Fold([.. counted.Select(amendment => amendment.After)], [.. counted.Select(amendment => amendment.Before)]),
        };
    }
}
