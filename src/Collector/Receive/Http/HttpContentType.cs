using Tidemark.Collector.Decode;

namespace Tidemark.Collector.Receive.Http;

/// <summary>The two content types of OTLP/HTTP; parameters are ignored.</summary>
internal static class HttpContentType
{
    public const string Protobuf = "application/x-protobuf";
    public const string Json = "application/json";

    /// <summary>Null if it is neither.</summary>
    public static OtlpEncoding? Read(string? header)
    {
        var type = header.AsSpan();
        if (type.IndexOf(';') is var end and >= 0) type = type[..end];
        type = type.Trim();
        if (type.Equals(Protobuf, StringComparison.OrdinalIgnoreCase)) return OtlpEncoding.Protobuf;
        return type.Equals(Json, StringComparison.OrdinalIgnoreCase) ? OtlpEncoding.Json : null;
    }
}
