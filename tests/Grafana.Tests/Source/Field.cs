namespace Tidemark.Grafana.Tests.Source;

/// <summary>A column of a result. Numbers are doubles, times are in UTC; all values may be null.</summary>
internal sealed record Field(string Name, FieldKind Kind, IReadOnlyList<object?> Values)
{
    /// <summary>Labels of a series, from the text columns of a long time series.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();
}
