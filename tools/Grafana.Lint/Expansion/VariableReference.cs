namespace Tidemark.Grafana.Lint.Expansion;

/// <summary>A variable as a text names it; <see cref="Text"/> is the reference as written.</summary>
internal sealed record VariableReference(string Text, string Name, string Format);
