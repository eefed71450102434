using System.Globalization;

namespace Tidemark.Aspire.Hosting;

/// <summary>Names and ports of the collector's endpoints.</summary>
internal static class TidemarkEndpoints
{
    public const string Grpc = "otlp-grpc";
    public const string Http = "otlp-http";
    public const string Api = "api";
    public const int GrpcPort = 4317;
    public const int HttpPort = 4318;
    public const int ApiPort = 8080;

    /// <summary>Where a collector in a container listens.</summary>
    public static string Anywhere(int port) => "*:" + port.ToString(CultureInfo.InvariantCulture);
}
