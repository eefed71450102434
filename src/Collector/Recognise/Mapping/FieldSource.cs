namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>A <see cref="SourceKey"/> by its number.</summary>
internal readonly record struct FieldSource(short Key, double Scale, Reading Reading);
