namespace Tidemark.Collector.Recognise.Items;

internal static class Urls
{
    /// <summary>Extracts the host of a URL or <c>host:port</c>, without user, port and path.</summary>
    public static ReadOnlySpan<byte> HostOf(ReadOnlySpan<byte> url)
    {
        var scheme = url.IndexOf("://"u8);
        if (scheme >= 0) url = url[(scheme + 3)..];
        var end = url.IndexOfAny("/?#"u8);
        if (end >= 0) url = url[..end];
        var user = url.LastIndexOf((byte)'@');
        if (user >= 0) url = url[(user + 1)..];
        if (url.StartsWith("["u8)) return url[..(url.IndexOf((byte)']') + 1)];
        var port = url.LastIndexOf((byte)':');
        return port >= 0 && port == url.IndexOf((byte)':') ? url[..port] : url;
    }
}
