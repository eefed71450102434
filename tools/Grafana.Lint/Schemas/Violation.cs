namespace Tidemark.Grafana.Lint.Schemas;

/// <summary>A value that its location does not accept.</summary>
/// <param name="Path">Location in the file, such as <c>$.panels[0].options</c>.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record Violation(string Path, string Message);
