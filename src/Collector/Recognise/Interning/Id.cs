using System.Security.Cryptography;
using System.Text;
using Tidemark.Collector.Model;

namespace Tidemark.Collector.Recognise.Interning;

/// <summary>An id in its stored form, with its shard.</summary>
internal sealed record Id(string Text, short Shard)
{
    /// <summary>Longer ids (in characters) are stored as a hash, because they are part of keys.</summary>
    public const int MaxLength = 256;

    public static Id Of(ReadOnlySpan<byte> utf8)
    {
        var text = Encoding.UTF8.GetString(utf8);
        if (text.Length > MaxLength) text = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(utf8));
        return new Id(text, Sharding.Of(text));
    }
}
