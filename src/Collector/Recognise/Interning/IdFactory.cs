namespace Tidemark.Collector.Recognise.Interning;

/// <summary>Creates an id from text as sent.</summary>
internal delegate Id IdFactory(ReadOnlySpan<byte> utf8);
