namespace Tidemark.Grafana.Lint.Rules;

/// <summary>What a rule says about one place; the linter adds the rule's name.</summary>
internal sealed record Remark(string File, string Where, string Message);
