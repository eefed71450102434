using Tidemark.Testing.Otlp;

namespace Tidemark.Grafana.Tests.Traffic;

/// <summary>Creates requests from calls and numbers.</summary>
internal static class Requests
{
    public static byte[] Traces(string service, string environment, params IEnumerable<Call> calls) => OtlpProtobuf.Traces(
        new OtlpResource<OtlpSpan>([.. calls.Select(call => call.ToSpan())]) { Attributes = Resource(service, environment) });

    public static byte[] Metrics(string service, string environment, params IEnumerable<OtlpMetric> metrics) => OtlpProtobuf.Metrics(
        new OtlpResource<OtlpMetric>([.. metrics]) { Attributes = Resource(service, environment) });

    public static byte[] Logs(string service, string environment, params IEnumerable<OtlpLog> logs) => OtlpProtobuf.Logs(
        new OtlpResource<OtlpLog>([.. logs]) { Attributes = Resource(service, environment) });

    private static OtlpAttributes Resource(string service, string environment) =>
        new() { { "service.name", service }, { "deployment.environment.name", environment } };
}
