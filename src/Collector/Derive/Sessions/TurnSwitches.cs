using System.Runtime.InteropServices;
using Tidemark.Collector.Model.Batches;
using Tidemark.Collector.Model.Sessions;

namespace Tidemark.Collector.Derive.Sessions;

/// <summary>Counts the model switches that new inferences add to a session, at any point in its past.</summary>
internal static class TurnSwitches
{
    /// <summary>The exact difference: switches of the merged sequence minus those of the stored one.</summary>
    /// <param name="stored">The turns of <see cref="BatchInput.FollowingTurns"/>.</param>
    /// <param name="current">The session's model before the fold.</param>
    /// <param name="added">New inferences, ascending.</param>
    public static int Added(IReadOnlyList<Turn> stored, Dated<string>? current, List<Turn> added)
    {
        if (added.Count == 0) return 0;
        if (current is null || !IsLate(added[0], current)) return Count(current?.Value, CollectionsMarshal.AsSpan(added));

        // Rows of the distant past may have been dropped with their partitions; the current model is known in any case.
        Turn[] before = stored.Count == 0 ? [new Turn(current.At, default, current.Value)] : [.. stored];
        Turn[] after = [.. before, .. added];
        Array.Sort(before);
        Array.Sort(after);
        return Count(null, after) - Count(null, before);
    }

    /// <summary>Whether an inference is earlier than the session's current model.</summary>
    public static bool IsLate(Turn turn, Dated<string>? current) => !Dates.IsLatest(Mark<string>.Of(current), turn.Model, turn.StartedAt);

    private static int Count(string? model, ReadOnlySpan<Turn> turns)
    {
        var switches = 0;
        foreach (ref readonly var turn in turns)
        {
            if (model is not null && turn.Model != model) switches++;
            model = turn.Model;
        }

        return switches;
    }
}
