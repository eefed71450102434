namespace Tidemark.Instrumentation.Delivery;

/// <summary>The result of adding a request to the queue.</summary>
/// <param name="Dropped">How many older requests were dropped, as they were over the limit.</param>
/// <param name="Failure">Why the request itself could not be stored; <see langword="null"/> = it was.</param>
internal readonly record struct AddOutcome(int Dropped, string? Failure = null);
