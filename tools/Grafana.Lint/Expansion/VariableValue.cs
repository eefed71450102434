namespace Tidemark.Grafana.Lint.Expansion;

/// <summary>What a template variable holds at the moment a query is sent.</summary>
internal sealed record VariableValue
{
    private VariableValue(IReadOnlyList<string> values, bool isList, string? allValue, string text) =>
        (Values, IsList, AllValue, Text) = (values, isList, allValue, text);

    public IReadOnlyList<string> Values { get; }

    /// <summary>A multi-value variable, or All without a value of its own: formatted as an array even with one element.</summary>
    public bool IsList { get; }

    /// <summary>The variable's own text for All; it goes into the query as it stands, whatever format is asked.</summary>
    public string? AllValue { get; }

    /// <summary>What the person at the dashboard sees.</summary>
    public string Text { get; }

    public static VariableValue Single(string value) => new([value], isList: false, allValue: null, value);

    public static VariableValue Multiple(params IReadOnlyList<string> values) => new(values, isList: true, allValue: null, string.Join(" + ", values));

    public static VariableValue All(string allValue) => new([], isList: true, allValue, "All");
}
