using System.Collections.Frozen;
using Tidemark.Collector.Decode;

namespace Tidemark.Collector.Receive;

/// <summary>Paths of the signals by transport.</summary>
internal static class OtlpRoutes
{
    public static readonly FrozenDictionary<string, OtlpSignal> Http = new Dictionary<string, OtlpSignal>
    {
        ["/v1/traces"] = OtlpSignal.Traces,
        ["/v1/metrics"] = OtlpSignal.Metrics,
        ["/v1/logs"] = OtlpSignal.Logs,

        // The path that Langfuse's SDKs use.
        ["/api/public/otel/v1/traces"] = OtlpSignal.Traces,
        ["/api/public/otel/v1/metrics"] = OtlpSignal.Metrics,
        ["/api/public/otel/v1/logs"] = OtlpSignal.Logs,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static readonly FrozenDictionary<string, OtlpSignal> Grpc = new Dictionary<string, OtlpSignal>
    {
        ["/opentelemetry.proto.collector.trace.v1.TraceService/Export"] = OtlpSignal.Traces,
        ["/opentelemetry.proto.collector.metrics.v1.MetricsService/Export"] = OtlpSignal.Metrics,
        ["/opentelemetry.proto.collector.logs.v1.LogsService/Export"] = OtlpSignal.Logs,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The path if it is a known one: arbitrary paths stay out of the log.</summary>
    public static string NameOf(PathString path) =>
        Http.ContainsKey(path.Value ?? "") || Grpc.ContainsKey(path.Value ?? "") ? path.Value! : "an unknown path";
}
