namespace Tidemark.Collector.Model.Traces;

/// <summary>One request's part of a trace.</summary>
/// <param name="Operations">Number of its operations, over all lanes.</param>
/// <param name="IsOpen">Whether the request does not contain the whole tree.</param>
internal readonly record struct TraceShare(int Operations, bool IsOpen);
