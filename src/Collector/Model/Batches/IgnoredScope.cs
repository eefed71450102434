namespace Tidemark.Collector.Model.Batches;

/// <summary>Unrecognised items of one source and instrumentation scope.</summary>
/// <param name="Signal">1 traces, 2 metrics, 3 logs.</param>
internal sealed record IgnoredScope(string Source, short Signal, string Scope, string Version, long Items, string Example);
