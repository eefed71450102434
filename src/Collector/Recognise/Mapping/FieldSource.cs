namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>A <see cref="SourceKey"/> by its number.</summary>
/// <param name="Path">Members to follow in the value, outermost first; empty = the value itself.</param>
internal readonly record struct FieldSource(short Key, double Scale, Reading Reading, byte[][] Path);
