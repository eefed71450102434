using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Sessions;

/// <summary>How many model switches new inferences add to a session, wherever in its past they belong.</summary>
internal static class TurnSwitches
{
    /// <summary>The exact change: switches of the merged sequence less those of the stored one. May be negative never, zero often.</summary>
    /// <param name="stored">What <see cref="SessionInput.LaterTurns"/> holds.</param>
    /// <param name="current">The session's model before the fold.</param>
    /// <param name="added">New inferences, ascending.</param>
    public static int Added(IReadOnlyList<Turn> stored, Dated<string>? current, List<Turn> added)
    {
        if (added.Count == 0) return 0;
        if (current is null) return Count(added);

        var last = new Turn(current.At, default, current.Value);
        if (!IsLate(added[0], current)) return Count([last, .. added]);

        // Rows of the far past may be gone with their partitions; the current model is known in any case.
        List<Turn> before = stored.Count == 0 ? [last] : [.. stored.Order()];
        List<Turn> after = [.. before, .. added];
        after.Sort();
        return Count(after) - Count(before);
    }

    /// <summary>Whether an inference comes before the session's current model.</summary>
    public static bool IsLate(Turn turn, Dated<string>? current) => !Dates.IsLatest(current, turn.Model, turn.StartedAt);

    private static int Count(List<Turn> turns)
    {
        var switches = 0;
        for (var i = 1; i < turns.Count; i++)
        {
            if (turns[i].Model != turns[i - 1].Model) switches++;
        }

        return switches;
    }
}
