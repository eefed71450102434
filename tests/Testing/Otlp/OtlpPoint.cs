namespace Tidemark.Testing.Otlp;

/// <summary>A data point to send.</summary>
internal sealed record OtlpPoint
{
    public ulong StartNanos { get; init; } = 1_790_000_000_000_000_000;

    public ulong TimeNanos { get; init; } = 1_790_000_010_000_000_000;

    /// <summary>long or double; gauges and sums.</summary>
    public object? Value { get; init; }

    /// <summary>Histograms and summaries.</summary>
    public ulong Count { get; init; }

    /// <summary>Histograms and summaries.</summary>
    public double? Sum { get; init; }

    /// <summary>Bit 0: no recorded value.</summary>
    public uint Flags { get; init; }

    public OtlpAttributes Attributes { get; init; } = [];
}
