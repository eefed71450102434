namespace Tidemark.Grafana.Lint.Expansion;

/// <summary>The value of a template variable when a query is sent.</summary>
internal sealed record VariableValue
{
    private VariableValue(IReadOnlyList<string> values, bool isList, string? allValue, string text) =>
        (Values, IsList, AllValue, Text) = (values, isList, allValue, text);

    public IReadOnlyList<string> Values { get; }

    /// <summary>A multi-value variable, or All without a value of its own: formatted as an array even with one element.</summary>
    public bool IsList { get; }

    /// <summary>The variable's value for All, which is inserted into the query unchanged, whatever the format.</summary>
    public string? AllValue { get; }

    /// <summary>The displayed value.</summary>
    public string Text { get; }

    public static VariableValue Single(string value) => new([value], isList: false, allValue: null, value);

    public static VariableValue Multiple(params IReadOnlyList<string> values) => new(values, isList: true, allValue: null, string.Join(" + ", values));

    public static VariableValue All(string allValue) => new([], isList: true, allValue, "All");
}
