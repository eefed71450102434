namespace Tidemark.Grafana.Lint.Shapes;

/// <summary>A value that is not what its place allows.</summary>
internal sealed record Violation(string Path, string Message);
