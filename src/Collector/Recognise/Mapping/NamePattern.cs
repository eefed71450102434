using System.Text;

namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>A complete name, or a prefix or suffix with a star for the rest.</summary>
internal readonly record struct NamePattern(byte[] Start, byte[] End, bool IsWhole)
{
    public static NamePattern Of(string pattern)
    {
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        return star < 0
            ? new NamePattern(Encoding.UTF8.GetBytes(pattern), [], true)
            : new NamePattern(Encoding.UTF8.GetBytes(pattern[..star]), Encoding.UTF8.GetBytes(pattern[(star + 1)..]), false);
    }

    public bool Matches(ReadOnlySpan<byte> name) =>
        IsWhole ? name.SequenceEqual(Start) : name.Length >= Start.Length + End.Length && name.StartsWith(Start) && name.EndsWith(End);
}
