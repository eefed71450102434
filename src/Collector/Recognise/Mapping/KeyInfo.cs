namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>What is known of an attribute key.</summary>
/// <param name="Marks">Bits of the dialects that this key gives away.</param>
/// <param name="Number">The key's place in the tables.</param>
internal sealed record KeyInfo(short Number, ulong Marks, KeySort Sort);
