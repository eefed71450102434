namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>Properties of an attribute key.</summary>
/// <param name="Marks">Bits of the dialects that this key indicates.</param>
/// <param name="Number">Index of the key in the tables.</param>
internal sealed record KeyInfo(short Number, ulong Marks, KeySort Sort);
