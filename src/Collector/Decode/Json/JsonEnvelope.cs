namespace Tidemark.Collector.Decode.Json;

/// <summary>Member names of one signal's envelopes.</summary>
internal sealed class JsonEnvelope(OtlpSignal signal, string scopes, string items)
{
    /// <summary>Root members other than <see cref="OtlpFields.Request.Resources"/>: the request belongs to another signal.</summary>
    private const int OtherSignal = -1;

    public static readonly JsonEnvelope Traces = new(OtlpSignal.Traces, "scopeSpans", "spans");
    public static readonly JsonEnvelope Metrics = new(OtlpSignal.Metrics, "scopeMetrics", "metrics");
    public static readonly JsonEnvelope Logs = new(OtlpSignal.Logs, "scopeLogs", "logRecords");

    public JsonFieldTable Request { get; } = new(
        ("resourceSpans", Own(signal, OtlpSignal.Traces)),
        ("resourceMetrics", Own(signal, OtlpSignal.Metrics)),
        ("resourceLogs", Own(signal, OtlpSignal.Logs)));

    public JsonFieldTable ResourceItems { get; } = new(
        ("resource", OtlpFields.ResourceItems.Resource),
        (scopes, OtlpFields.ResourceItems.Scopes));

    public JsonFieldTable ScopeItems { get; } = new(
        ("scope", OtlpFields.ScopeItems.Scope),
        (items, OtlpFields.ScopeItems.Items));

    public static bool IsOtherSignal(int field) => field == OtherSignal;

    private static int Own(OtlpSignal signal, OtlpSignal named) => signal == named ? OtlpFields.Request.Resources : OtherSignal;
}
