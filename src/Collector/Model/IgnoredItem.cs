namespace Tidemark.Collector.Model;

/// <summary>A valid item that no rule knows.</summary>
/// <param name="Scope">Name of its instrumentation scope; empty where the sender has none.</param>
/// <param name="Example">The item's name; empty where the name is prose.</param>
internal readonly record struct IgnoredItem(string Scope, string Version, string Example);
