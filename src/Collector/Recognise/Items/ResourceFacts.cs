using Tidemark.Collector.Recognise.Interning;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>Facts of a resource that apply to all its items.</summary>
/// <param name="Session">Overridden by any id on the item itself: some senders put a window's id here.</param>
/// <param name="Labels">Values of the configured label keys, in their order; empty if the resource has none.</param>
/// <param name="Details">Other attributes that are stored with each of its operations: keys and values as UTF-8.</param>
internal sealed record ResourceFacts(
    Label Service, Label Environment, Label Version, Id? Session, string? User, ulong Marks, byte[][] Labels, (byte[] Key, byte[] Value)[] Details);
