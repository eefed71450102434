namespace Tidemark.Testing.Otlp;

/// <summary>An event of a span to send.</summary>
internal sealed record OtlpSpanEvent(string Name, ulong TimeNanos = 1_790_000_000_500_000_000)
{
    public OtlpAttributes Attributes { get; init; } = [];
}
