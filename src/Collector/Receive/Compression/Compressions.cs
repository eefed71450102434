using System.Collections.Frozen;
using Microsoft.Extensions.Primitives;
using Tidemark.Collector.Receive.Body;
using Tidemark.Collector.Receive.Status;

namespace Tidemark.Collector.Receive.Compression;

/// <summary>All accepted compressions, for HTTP and gRPC alike: those offered by exporters of SDKs and of the OpenTelemetry Collector.</summary>
internal static class Compressions
{
    private const string Identity = "identity";

    public static readonly IReadOnlyList<ICompression> All = [new Gzip(), new Zlib(), new Zstd(), new Snappy(), new Lz4()];

    private static readonly FrozenDictionary<string, ICompression> ByName = All
        .SelectMany(compression => compression.Names.Select(name => KeyValuePair.Create(name, compression)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>All accepted names, separated by commas.</summary>
    public static string Accepted { get; } = string.Join(", ", All.SelectMany(compression => compression.Names).Append(Identity));

    /// <summary>Parses Content-Encoding or grpc-encoding.</summary>
    /// <param name="header">One name, or nothing.</param>
    /// <param name="compression">Null = the body is not compressed.</param>
    /// <returns>False if the name is unknown, or there are several.</returns>
    public static bool TryFind(StringValues header, out ICompression? compression)
    {
        compression = null;
        var name = header.ToString().Trim();
        return name.Length == 0 || name.Equals(Identity, StringComparison.OrdinalIgnoreCase) || ByName.TryGetValue(name, out compression);
    }

    /// <exception cref="RefusedException">The body is corrupt, truncated or too large.</exception>
    public static void Inflate(ICompression compression, ReadOnlyMemory<byte> compressed, RequestBody target, int limit)
    {
        try
        {
            if (compressed.IsEmpty) throw new InvalidDataException("it is empty");
            compression.Inflate(compressed, target, limit);
        }
        catch (Exception cause) when (cause is not (RefusedException or OutOfMemoryException))
        {
            // Third-party decoders: which exceptions they throw on invalid input varies, and is not documented.
            var why = cause is InvalidDataException ? cause.Message : "it does not decompress";
            throw new RefusedException(Refusal.Malformed($"the {compression.Names[0]} body is corrupt or truncated: {why}"), cause);
        }
    }
}
