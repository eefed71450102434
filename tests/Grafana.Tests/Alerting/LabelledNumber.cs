namespace Tidemark.Grafana.Tests.Alerting;

/// <summary>One value of a step, told apart by its labels. Null in the database is not a number here.</summary>
internal sealed record LabelledNumber(IReadOnlyDictionary<string, string> Labels, double Value)
{
    public bool HasSameLabels(LabelledNumber other) => Labels.Count == other.Labels.Count && Contains(other);

    /// <summary>Whether each label of the other is here too, with the same value.</summary>
    public bool Contains(LabelledNumber other) => other.Labels.All(label => Labels.TryGetValue(label.Key, out var value) && value == label.Value);

    public override string ToString() => $"{{{string.Join(", ", Labels.Select(label => $"{label.Key}={label.Value}"))}}} {Value}";
}
