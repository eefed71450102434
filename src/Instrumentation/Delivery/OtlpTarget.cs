using OpenTelemetry.Exporter;

namespace Tidemark.Instrumentation.Delivery;

/// <summary>The destination of one signal.</summary>
/// <param name="Address">The complete URL.</param>
/// <param name="Protocol">OTLP over gRPC or HTTP.</param>
/// <param name="Headers">Sent with every request.</param>
/// <param name="Compresses">Whether requests are compressed with gzip.</param>
/// <param name="Timeout">Maximum wait for a response.</param>
internal sealed record OtlpTarget(
    Uri Address, OtlpExportProtocol Protocol, IReadOnlyList<KeyValuePair<string, string>> Headers, bool Compresses, TimeSpan Timeout)
{
    /// <summary>Host and port: the same receiver, regardless of the path.</summary>
    public bool IsAt(Uri endpoint) =>
        Address.Port == endpoint.Port
        && (Address.Host.Equals(endpoint.Host, StringComparison.OrdinalIgnoreCase) || (Address.IsLoopback && endpoint.IsLoopback));
}
