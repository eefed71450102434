namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>A <see cref="SourceKey"/> with its key number.</summary>
/// <param name="Path">Members to follow within the value, outermost first; empty = the value itself.</param>
internal readonly record struct FieldSource(short Key, double Scale, Reading Reading, byte[][] Path);
