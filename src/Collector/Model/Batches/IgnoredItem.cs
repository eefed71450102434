namespace Tidemark.Collector.Model.Batches;

/// <summary>A valid item that no rule recognises.</summary>
/// <param name="Scope">Name of its instrumentation scope; empty if it has none.</param>
/// <param name="Example">The item's name; empty if the name is prose.</param>
internal readonly record struct IgnoredItem(string Scope, string Version, string Example);
