namespace Tidemark.Instrumentation.Delivery;

/// <summary>Names and paths of the signals.</summary>
internal static class SignalNames
{
    public static readonly Signal[] All = [Signal.Traces, Signal.Metrics, Signal.Logs];

    private static readonly string[] Names = ["traces", "metrics", "logs"];

    private static readonly string[] Services =
    [
        "opentelemetry.proto.collector.trace.v1.TraceService",
        "opentelemetry.proto.collector.metrics.v1.MetricsService",
        "opentelemetry.proto.collector.logs.v1.LogsService",
    ];

    /// <summary>Name in paths, file names and logs.</summary>
    public static string Name(this Signal signal) => Names[(int)signal];

    /// <summary>Name in variables such as <c>OTEL_EXPORTER_OTLP_TRACES_ENDPOINT</c>.</summary>
    public static string Variable(this Signal signal) => signal.Name().ToUpperInvariant();

    public static string HttpPath(this Signal signal) => $"v1/{signal.Name()}";

    public static string GrpcPath(this Signal signal) => $"{Services[(int)signal]}/Export";

    public static Signal? Parse(string name) => Array.IndexOf(Names, name) is >= 0 and var index ? (Signal)index : null;
}
