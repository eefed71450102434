namespace Tidemark.Collector.Recognise.Items;

internal static class Urls
{
    /// <summary>The host of an absolute URL: no user, no port, no path. Empty when there is none.</summary>
    public static ReadOnlySpan<byte> HostOf(ReadOnlySpan<byte> url)
    {
        var scheme = url.IndexOf("://"u8);
        if (scheme < 0) return default;
        url = url[(scheme + 3)..];
        var end = url.IndexOfAny("/?#"u8);
        if (end >= 0) url = url[..end];
        var user = url.LastIndexOf((byte)'@');
        if (user >= 0) url = url[(user + 1)..];
        if (url.StartsWith("["u8)) return url[..(url.IndexOf((byte)']') + 1)];
        var port = url.LastIndexOf((byte)':');
        return port >= 0 ? url[..port] : url;
    }
}
