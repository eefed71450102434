namespace Tidemark.Instrumentation.Delivery;

/// <summary>A request that waits.</summary>
/// <param name="Name">Sorts by age.</param>
/// <param name="Signal">What it holds.</param>
/// <param name="Payload">The protobuf message.</param>
internal sealed record Letter(string Name, Signal Signal, byte[] Payload);
