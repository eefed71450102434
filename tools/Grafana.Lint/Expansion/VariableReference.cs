namespace Tidemark.Grafana.Lint.Expansion;

/// <summary>A reference to a variable; <see cref="Text"/> is the reference as written.</summary>
internal sealed record VariableReference(string Text, string Name, string Format);
