namespace Tidemark.Grafana.Lint.Shapes;

/// <summary>A value that its location does not accept.</summary>
internal sealed record Violation(string Path, string Message);
