namespace Tidemark.Collector.Model.Sessions;

/// <summary>A value with its event time, so that earlier and later values can be distinguished in any order of arrival.</summary>
internal sealed record Dated<T>(T Value, DateTime At);
