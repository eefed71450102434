namespace Tidemark.Collector.Model;

/// <summary>A value and the event time it comes from, so that an earlier or later one can be recognised whenever it arrives.</summary>
internal sealed record Dated<T>(T Value, DateTime At);
