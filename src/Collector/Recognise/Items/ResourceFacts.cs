using Tidemark.Collector.Recognise.Interning;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>What a resource says about all its items.</summary>
/// <param name="Session">Loses to every id on the item itself: some emitters put a window's id here.</param>
/// <param name="Labels">Values of the configured label keys, in their order; empty where the resource has none.</param>
/// <param name="Details">Of what else the resource says, what belongs to each of its operations: keys and values as UTF-8.</param>
internal sealed record ResourceFacts(
    Label Service, Label Environment, Label Version, Id? Session, string? User, ulong Marks, byte[][] Labels, (byte[] Key, byte[] Value)[] Details);
