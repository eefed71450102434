namespace Tidemark.Grafana.Lint.Rules;

/// <summary>A rule's message about one location; the linter adds the rule's name.</summary>
internal sealed record Remark(string File, string Where, string Message);
