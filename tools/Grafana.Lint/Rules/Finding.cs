namespace Tidemark.Grafana.Lint.Rules;

/// <summary>A violation of a rule.</summary>
/// <param name="Rule">Name of the rule that found it.</param>
/// <param name="File">File of the bundle.</param>
/// <param name="Where">Panel, variable, rule or path inside the file.</param>
/// <param name="Message">What is wrong, and how to fix it.</param>
internal sealed record Finding(string Rule, string File, string Where, string Message)
{
    public override string ToString() => $"{File}: {Where}: {Message} [{Rule}]";
}
