namespace Tidemark.Collector.Model;

/// <summary>What a batch leaves for the settling pass.</summary>
internal sealed record TraceWork
{
    public static readonly TraceWork None = new();

    public IReadOnlyList<TraceVisit> Visits { get; init; } = [];

    public IReadOnlyList<TraceClaim> Claims { get; init; } = [];

    public IReadOnlyList<KeptFact> Facts { get; init; } = [];

    /// <summary>When the settling pass looks at it.</summary>
    public DateTime DueAt { get; init; }
}
