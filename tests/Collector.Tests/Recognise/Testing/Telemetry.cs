using Tidemark.Collector.Decode;
using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Tests.Recognise.Testing;

/// <summary>Creates records as the decoders do.</summary>
internal sealed class Telemetry
{
    public static readonly DateTime Start = new(2026, 9, 1, 12, 0, 0, DateTimeKind.Utc);
    public static readonly TraceId Trace = new(0x0102030405060708, 0x090a0b0c0d0e0f10);

    private readonly ResourceRecord _resource = new(128);
    private readonly ScopeRecord _scope = new(16);

    public Telemetry(string service = "shop", string scope = "", string version = "")
    {
        _resource.Begin();
        _resource.Attributes.Add("service.name", service);
        _scope.Name = Attributes.Utf8(scope);
        _scope.Version = Attributes.Utf8(version);
    }

    public Telemetry Resource(string key, object value)
    {
        _resource.Attributes.Add(key, value);
        return this;
    }

    /// <param name="kind">1 internal, 2 server, 3 client.</param>
    public SpanRecord Span(string name, int kind = 3, int durationMs = 1500, int status = 0, params ReadOnlySpan<(string Key, object? Value)> attributes)
    {
        var span = new SpanRecord(_resource, _scope, 128, 32);
        span.Begin();
        span.TraceId = Trace;
        span.SpanId = new SpanId(0x1112131415161718);
        span.Name = Attributes.Utf8(name);
        span.Kind = kind;
        span.StartNanos = Nanos(Start);
        span.EndNanos = Nanos(Start.AddMilliseconds(durationMs));
        span.StatusCode = status;
        foreach (var (key, value) in attributes) span.Attributes.Add(key, value);
        return span;
    }

    /// <summary>A log record at <see cref="Start"/>, without trace and span id.</summary>
    public LogRecord Log(string eventName, string body, params ReadOnlySpan<(string Key, object? Value)> attributes)
    {
        var log = new LogRecord(_resource, _scope, 128);
        log.Begin();
        log.TimeNanos = Nanos(Start);
        log.EventName = Attributes.Utf8(eventName);
        log.Body = Attributes.Value(body);
        foreach (var (key, value) in attributes) log.Attributes.Add(key, value);
        return log;
    }

    /// <summary>A cumulative, monotonic data point at <see cref="Start"/> of a process that started an hour earlier.</summary>
    public MetricPointRecord Point(string name, string unit, MetricKind kind, double? value, params ReadOnlySpan<(string Key, object? Value)> attributes)
    {
        var point = new MetricPointRecord(_resource, _scope, 128)
        {
            Name = Attributes.Utf8(name),
            Unit = Attributes.Utf8(unit),
            Kind = kind,
            IsMonotonic = true,
        };
        point.BeginPoint();
        point.StartNanos = Nanos(Start.AddHours(-1));
        point.TimeNanos = Nanos(Start);
        point.Value = value;
        foreach (var (key, text) in attributes) point.Attributes.Add(key, text);
        return point;
    }

    public static ulong Nanos(DateTime time) => (ulong)(time - DateTime.UnixEpoch).Ticks * 100;
}
