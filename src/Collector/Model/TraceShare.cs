namespace Tidemark.Collector.Model;

/// <summary>What one request holds of a trace.</summary>
/// <param name="Operations">As many, in all lanes together.</param>
/// <param name="IsOpen">The request does not hold the whole tree.</param>
internal readonly record struct TraceShare(int Operations, bool IsOpen);
