namespace Tidemark.Instrumentation.Export;

/// <summary>An invalid setting.</summary>
internal sealed record SettingProblem(string Setting, string Accepted);
