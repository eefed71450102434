using Microsoft.Extensions.Primitives;

namespace Tidemark.Collector.Receive.Body;

/// <summary>Content-Encoding and grpc-encoding: gzip or nothing, once.</summary>
internal static class ContentCoding
{
    public static bool TryRead(StringValues header, out bool isGzip)
    {
        var coding = header.ToString().AsSpan().Trim();
        isGzip = coding.Equals("gzip", StringComparison.OrdinalIgnoreCase);
        return isGzip || coding.IsEmpty || coding.Equals("identity", StringComparison.OrdinalIgnoreCase);
    }
}
