using System.Security.Cryptography;

namespace Tidemark.Testing.Otlp;

/// <summary>A span to send. Ids are random by default.</summary>
internal sealed record OtlpSpan
{
    public byte[] TraceId { get; init; } = RandomNumberGenerator.GetBytes(16);

    public byte[] SpanId { get; init; } = RandomNumberGenerator.GetBytes(8);

    public byte[] ParentSpanId { get; init; } = [];

    public string Name { get; init; } = "chat gpt-5";

    public int Kind { get; init; } = 3;

    public ulong StartNanos { get; init; } = 1_790_000_000_000_000_000;

    public ulong EndNanos { get; init; } = 1_790_000_001_500_000_000;

    public int StatusCode { get; init; }

    public OtlpAttributes Attributes { get; init; } = [];

    public IReadOnlyList<OtlpSpanEvent> Events { get; init; } = [];
}
