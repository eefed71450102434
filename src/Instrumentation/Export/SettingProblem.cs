namespace Tidemark.Instrumentation.Export;

/// <summary>A setting that cannot be used.</summary>
internal sealed record SettingProblem(string Setting, string Accepted);
