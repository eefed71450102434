namespace Tidemark.Collector.Model;

/// <summary>A trace that the settling pass has taken up.</summary>
/// <param name="Since">When it was first queued.</param>
/// <param name="Operations">So many one request held of it: until they are all stored, it is not whole.</param>
internal readonly record struct QueuedTrace(TraceId TraceId, DateTime Since, DateTime FirstStart, DateTime LastStart, int Operations);
