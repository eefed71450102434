namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>An attribute key for a field, and how its value is read.</summary>
/// <param name="Scale">Factor to the field's unit (milliseconds, USD, tokens).</param>
/// <param name="Path">Members to follow, separated by slashes, if the attribute is a map or JSON text.</param>
internal readonly record struct SourceKey(string Name, double Scale = 1, Reading Reading = Reading.AsIs, string? Path = null)
{
    public static implicit operator SourceKey(string name) => new(name);
}
