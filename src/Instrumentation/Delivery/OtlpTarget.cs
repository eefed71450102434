using OpenTelemetry.Exporter;

namespace Tidemark.Instrumentation.Delivery;

/// <summary>Where and how one signal is sent.</summary>
/// <param name="Address">The full address of the request.</param>
/// <param name="Protocol">OTLP over gRPC or HTTP.</param>
/// <param name="Headers">Sent with every request.</param>
/// <param name="Compresses">Whether requests are compressed with gzip.</param>
/// <param name="Timeout">The longest wait for an answer.</param>
internal sealed record OtlpTarget(
    Uri Address, OtlpExportProtocol Protocol, IReadOnlyList<KeyValuePair<string, string>> Headers, bool Compresses, TimeSpan Timeout)
{
    /// <summary>Host and port: the same receiver, whatever the path.</summary>
    public bool IsAt(Uri endpoint) =>
        Address.Port == endpoint.Port
        && (Address.Host.Equals(endpoint.Host, StringComparison.OrdinalIgnoreCase) || (Address.IsLoopback && endpoint.IsLoopback));
}
