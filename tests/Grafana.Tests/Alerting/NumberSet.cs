using Tidemark.Grafana.Tests.Source;

namespace Tidemark.Grafana.Tests.Alerting;

/// <summary>The result of a step of a rule: a number per label set; none is "no data".</summary>
internal sealed record NumberSet(IReadOnlyList<LabelledNumber> Numbers)
{
    public bool IsNoData => Numbers.Count == 0;

    public static NumberSet Constant(double value) => new([new LabelledNumber(new Dictionary<string, string>(), value)]);

    /// <summary>A table with one number column, the value; all other columns are text, the labels.</summary>
    /// <exception cref="SourceException">Grafana would put the rule into the state Error.</exception>
    public static NumberSet Of(Frame table)
    {
        if (table.Rows == 0)
            return new NumberSet([]);
        var numbers = table.Of(FieldKind.Number).ToArray();
        var texts = table.Of(FieldKind.Text).ToArray();
        if (numbers.Length != 1 || numbers.Length + texts.Length != table.Fields.Count)
            throw new SourceException("input data must be a wide series: a table for an alert has one number column, and else text only");

        var rows = Enumerable.Range(0, table.Rows).Select(row => new LabelledNumber(
            texts.ToDictionary(text => text.Name, text => text.Values[row] as string ?? ""),
            numbers[0].Values[row] as double? ?? double.NaN)).ToArray();
        if (rows.Any(row => rows.Count(other => other.HasSameLabels(row)) > 1))
            throw new SourceException("frame cannot uniquely be identified by its labels: two rows have the same texts");
        return new NumberSet(rows);
    }

    /// <summary>Pairs numbers with equal labels; a number without labels matches all.</summary>
    public NumberSet Combine(NumberSet other, Func<double, double, double> combine) =>
        new([.. from left in Numbers
                from right in other.Numbers
                where left.Contains(right) || right.Contains(left)
                select new LabelledNumber(left.Labels.Count >= right.Labels.Count ? left.Labels : right.Labels, combine(left.Value, right.Value))]);
}
