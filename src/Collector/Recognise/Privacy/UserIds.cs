using System.Security.Cryptography;
using System.Text;
using Tidemark.Collector.Recognise.Interning;

namespace Tidemark.Collector.Recognise.Privacy;

/// <summary>Converts a user id as sent to its stored form.</summary>
internal sealed class UserIds(PrivacyOptions options, int cacheSize)
{
    private readonly IdCache _cache = new(cacheSize, utf8 => Store(utf8, options));

    /// <summary>Null if it must not be stored.</summary>
    public string? Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty || Items.Placeholders.IsNone(utf8) || options.UserId == UserIdMode.Drop) return null;
        var text = _cache.Get(utf8).Text;
        return text.Length == 0 ? null : text;
    }

    private static Id Store(ReadOnlySpan<byte> utf8, PrivacyOptions options)
    {
        if (options.UserId == UserIdMode.Hash)
        {
            var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.UserIdKey!), utf8);
            return new Id("hmac:" + Convert.ToHexStringLower(hash.AsSpan(0, 16)), 0);
        }

        return utf8.Contains((byte)'@') ? new Id("", 0) : Id.Of(utf8);
    }
}
