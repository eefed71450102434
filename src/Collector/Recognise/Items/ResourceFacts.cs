using Tidemark.Collector.Recognise.Interning;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>What a resource says about all its items.</summary>
/// <param name="Session">Loses to every id on the item itself: some emitters put a window's id here.</param>
internal sealed record ResourceFacts(Label Service, Label Environment, Id? Session, string? User, uint Marks);
