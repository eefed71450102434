using System.Security.Cryptography;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Pipeline.Signals;

/// <summary>
/// Records one turn of an agent in one trace, each span, log event and data point as a separate request, so that they can
/// be sent in any order.
/// </summary>
/// <param name="run">Identifies this run's service and session.</param>
internal sealed class CallSender(string run)
{
    private const ulong Second = 1_000_000_000;

    private readonly ulong _start = (ulong)TimeProvider.System.GetUtcNow().AddMinutes(-2).ToUnixTimeMilliseconds() * 1_000_000;
    private readonly byte[] _trace = RandomNumberGenerator.GetBytes(16);
    private readonly List<(string Path, byte[] Body)> _requests = [];
    private OtlpAttributes _resource = [];

    public string Session { get; } = $"session-{run}";

    /// <summary>Id of the model's response, unique per call.</summary>
    public string Response { get; } = $"response-{run}";

    public string Service { get; private set; } = "";

    public IReadOnlyList<(string Path, byte[] Body)> Requests => _requests;

    /// <summary>Sets the resource of the following items.</summary>
    /// <param name="service">The start of its name, by which some dialects are recognised.</param>
    public CallSender From(string service, params (string Key, object? Value)[] resource)
    {
        Service = $"{service}-{run}";
        _resource = [new("service.name", Service), .. Attributes(resource)];
        return this;
    }

    /// <param name="id">1 to 9; <paramref name="parent"/> 0 = the trace's root. Inner spans lie within outer ones in time.</param>
    public CallSender Span(string scope, byte id, byte parent, string name, int kind, params (string Key, object? Value)[] attributes) =>
        Span(scope, id, parent, name, kind, [], attributes);

    public CallSender Span(
        string scope, byte id, byte parent, string name, int kind, IReadOnlyList<OtlpSpanEvent> events, params (string Key, object? Value)[] attributes)
    {
        var span = new OtlpSpan
        {
            TraceId = _trace,
            SpanId = SpanId(id),
            ParentSpanId = parent == 0 ? [] : SpanId(parent),
            Name = name,
            Kind = kind,
            StartNanos = _start + (id * Second / 100),
            EndNanos = _start + (2 * Second) - (id * Second / 100),
            Attributes = Attributes(attributes),
            Events = [.. events.Select(reported => reported with { TimeNanos = _start + Second })],
        };
        _requests.Add(("/v1/traces", OtlpProtobuf.Traces(new OtlpResource<OtlpSpan>(span) { Attributes = _resource, ScopeName = scope })));
        return this;
    }

    /// <param name="span">The span that the record names; 0 = none.</param>
    /// <param name="record">The record's event name; many senders use an attribute instead.</param>
    public CallSender Log(string scope, byte span, string record, params (string Key, object? Value)[] attributes)
    {
        var log = new OtlpLog
        {
            TimeNanos = _start + (2 * Second) + ((ulong)_requests.Count * 1_000_000),
            EventName = record,
            TraceId = span == 0 ? [] : _trace,
            SpanId = span == 0 ? [] : SpanId(span),
            Attributes = Attributes(attributes),
        };
        _requests.Add(("/v1/logs", OtlpProtobuf.Logs(new OtlpResource<OtlpLog>(log) { Attributes = _resource, ScopeName = scope })));
        return this;
    }

    public CallSender Counter(string scope, string name, string unit, double value, params (string Key, object? Value)[] attributes) =>
        Metric(scope, new OtlpMetric(name, OtlpMetric.Sum, Point(attributes) with { Value = value }) { Unit = unit, Temporality = 1, IsMonotonic = true });

    public CallSender Histogram(string scope, string name, string unit, double value, params (string Key, object? Value)[] attributes) =>
        Metric(scope, new OtlpMetric(name, OtlpMetric.Histogram, Point(attributes) with { Count = 1, Sum = value }) { Unit = unit, Temporality = 1 });

    private CallSender Metric(string scope, OtlpMetric metric)
    {
        _requests.Add(("/v1/metrics", OtlpProtobuf.Metrics(new OtlpResource<OtlpMetric>(metric) { Attributes = _resource, ScopeName = scope })));
        return this;
    }

    private OtlpPoint Point((string Key, object? Value)[] attributes) =>
        new() { StartNanos = _start, TimeNanos = _start + (60 * Second), Attributes = Attributes(attributes) };

    private static byte[] SpanId(byte id) => [1, 2, 3, 4, 5, 6, 7, id];

    private static OtlpAttributes Attributes((string Key, object? Value)[] attributes) =>
        [.. attributes.Select(one => new KeyValuePair<string, object?>(one.Key, one.Value))];
}
