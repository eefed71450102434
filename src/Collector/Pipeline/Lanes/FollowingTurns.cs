using Tidemark.Collector.Derive;
using Tidemark.Collector.Model.Batches;
using Tidemark.Collector.Model.Sessions;
using Tidemark.Collector.Store.Lanes;

namespace Tidemark.Collector.Pipeline.Lanes;

/// <summary>Reads the stored turns around late inferences: the last one before each, and all that follow.</summary>
internal static class FollowingTurns
{
    private static readonly Dictionary<string, IReadOnlyList<Turn>> None = [];

    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<Turn>>> ReadAsync(
        LaneTransaction transaction, BatchInput input, CancellationToken cancellationToken)
    {
        var late = BatchFold.FollowingTurnKeys(input);
        if (late.Count == 0) return None;

        var fresh = input.Operations.Concat(input.Bound).Select(operation => (operation.Key.StartedAt, operation.Key.SpanId)).ToHashSet();
        var turns = new Dictionary<string, IReadOnlyList<Turn>>(StringComparer.Ordinal);
        foreach (var (session, before) in late)
        {
            var stored = await transaction.ReadTurnsAsync(session, before, cancellationToken);
            turns[session] = [.. stored.Where(turn => !fresh.Contains((turn.StartedAt, turn.SpanId)))];
        }

        return turns;
    }
}
