namespace Tidemark.Grafana.Tests.Alerting;

/// <summary>A value of a step, identified by its labels. NULL in the database is NaN.</summary>
internal sealed record LabelledNumber(IReadOnlyDictionary<string, string> Labels, double Value)
{
    public bool HasSameLabels(LabelledNumber other) => Labels.Count == other.Labels.Count && Contains(other);

    /// <summary>Whether it contains each label of the other one, with the same value.</summary>
    public bool Contains(LabelledNumber other) => other.Labels.All(label => Labels.TryGetValue(label.Key, out var value) && value == label.Value);

    public override string ToString() => $"{{{string.Join(", ", Labels.Select(label => $"{label.Key}={label.Value}"))}}} {Value}";
}
