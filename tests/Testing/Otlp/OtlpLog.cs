namespace Tidemark.Testing.Otlp;

/// <summary>A log record to send.</summary>
internal sealed record OtlpLog
{
    public string EventName { get; init; } = "";

    public ulong TimeNanos { get; init; } = 1_790_000_000_000_000_000;

    public ulong ObservedNanos { get; init; } = 1_790_000_000_100_000_000;

    public int SeverityNumber { get; init; } = 9;

    public object? Body { get; init; }

    public byte[] TraceId { get; init; } = [];

    public byte[] SpanId { get; init; } = [];

    public OtlpAttributes Attributes { get; init; } = [];
}
