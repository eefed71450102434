using Tidemark.Collector.Model.Payers;
using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Derive.Rollups;

/// <summary>Replaces label values beyond the limit in the payers of rollups; operations keep the real values.</summary>
internal static class PayerLimit
{
    /// <summary>The distinct labels of the deltas' payers.</summary>
    public static IReadOnlySet<LabelValue> ValuesOf(IReadOnlyList<RollupDelta> deltas) =>
        deltas.Select(delta => delta.Series.Payer?.Labels).OfType<string>().Distinct(StringComparer.Ordinal).SelectMany(LabelText.Read).ToHashSet();

    /// <summary>The same deltas with each refused value replaced by <see cref="Series.Overflow"/>.</summary>
    public static IReadOnlyList<RollupDelta> Apply(IReadOnlyList<RollupDelta> deltas, IReadOnlySet<LabelValue> refused)
    {
        if (refused.Count == 0) return deltas;
        var limited = new Dictionary<string, string>(StringComparer.Ordinal);
        return [.. deltas.Select(delta => delta.Series.Payer is { } payer
            ? delta with { Series = delta.Series with { Payer = payer with { Labels = Limited(payer.Labels) } } }
            : delta)];

        string Limited(string labels)
        {
            if (limited.TryGetValue(labels, out var known)) return known;
            return limited[labels] = LabelText.Write(LabelText.Read(labels)
                .Select(value => refused.Contains(value) ? value with { Value = Series.Overflow } : value));
        }
    }
}
