namespace Tidemark.Instrumentation.Delivery;

/// <summary>A waiting request.</summary>
/// <param name="Name">Sorts by age.</param>
/// <param name="Signal">Its signal.</param>
/// <param name="Payload">The protobuf message.</param>
internal sealed record QueuedRequest(string Name, Signal Signal, byte[] Payload);
