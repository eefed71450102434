namespace Tidemark.Collector.Recognise.Interning;

/// <summary>Makes an id of text as sent.</summary>
internal delegate Id IdFactory(ReadOnlySpan<byte> utf8);
