using System.IO.Compression;
using System.Net.Http.Headers;

namespace Tidemark.Collector.IntegrationTests.Receive;

/// <summary>Request bodies with their headers.</summary>
internal static class Bodies
{
    public static ByteArrayContent Protobuf(byte[] body) => Typed(body, "application/x-protobuf");

    public static ByteArrayContent Json(byte[] body) => Typed(body, "application/json");

    public static ByteArrayContent Json(string body) => Json(System.Text.Encoding.UTF8.GetBytes(body));

    public static ByteArrayContent Typed(byte[] body, string? type)
    {
        var content = new ByteArrayContent(body);
        if (type is not null) content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return content;
    }

    public static ByteArrayContent Encoded(byte[] body, params string[] encodings)
    {
        var content = Protobuf(body);
        foreach (var encoding in encodings) content.Headers.ContentEncoding.Add(encoding);
        return content;
    }

    public static ByteArrayContent Gzip(byte[] body) => Encoded(Compress(body), "gzip");

    public static byte[] Compress(byte[] body)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal)) gzip.Write(body);
        return target.ToArray();
    }

    /// <summary>The given number of zero bytes, compressed without holding them in memory.</summary>
    public static byte[] CompressZeros(long count)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.SmallestSize))
        {
            var chunk = new byte[1024 * 1024];
            for (var left = count; left > 0; left -= chunk.Length) gzip.Write(chunk, 0, (int)Math.Min(left, chunk.Length));
        }

        return target.ToArray();
    }
}
