namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>One attribute key that can fill a field, and how its value reads.</summary>
/// <param name="Scale">What a number is multiplied by to get our unit (milliseconds, USD, tokens).</param>
/// <param name="Path">Members to follow, separated by slashes, where the attribute is a map or JSON text.</param>
internal readonly record struct SourceKey(string Name, double Scale = 1, Reading Reading = Reading.AsIs, string? Path = null)
{
    public static implicit operator SourceKey(string name) => new(name);
}
