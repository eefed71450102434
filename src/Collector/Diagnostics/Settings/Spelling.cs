namespace Tidemark.Collector.Diagnostics.Settings;

/// <summary>Suggests the name that a misspelt one stands for.</summary>
internal static class Spelling
{
    private const int LettersPerSlip = 4;

    /// <summary>The candidate with the fewest errors (a letter added, missing, wrong, or two swapped), if they are few for its length.</summary>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        var nearest = candidates.Select(candidate => (Name: candidate, Slips: Slips(name, candidate))).OrderBy(candidate => candidate.Slips).FirstOrDefault();
        return nearest.Name is { } found && nearest.Slips <= Math.Max(1, found.Length / LettersPerSlip) ? found : null;
    }

    /// <summary>Damerau-Levenshtein distance (optimal string alignment), ignoring case.</summary>
    public static int Slips(string left, string right)
    {
        var distances = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++) distances[i, 0] = i;
        for (var j = 0; j <= right.Length; j++) distances[0, j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var substituted = distances[i - 1, j - 1] + (AreSame(left[i - 1], right[j - 1]) ? 0 : 1);
                distances[i, j] = Math.Min(substituted, 1 + Math.Min(distances[i - 1, j], distances[i, j - 1]));
                if (i > 1 && j > 1 && AreSame(left[i - 1], right[j - 2]) && AreSame(left[i - 2], right[j - 1]))
                    distances[i, j] = Math.Min(distances[i, j], distances[i - 2, j - 2] + 1);
            }
        }

        return distances[left.Length, right.Length];
    }

    private static bool AreSame(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
