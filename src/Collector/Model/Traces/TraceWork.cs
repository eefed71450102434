namespace Tidemark.Collector.Model.Traces;

/// <summary>Work of a batch for the settling pass.</summary>
internal sealed record TraceWork
{
    public static readonly TraceWork None = new();

    public IReadOnlyList<TraceVisit> Visits { get; init; } = [];

    public IReadOnlyList<TraceClaim> Claims { get; init; } = [];

    public IReadOnlyList<KeptFact> Facts { get; init; } = [];

    /// <summary>When the settling pass processes it.</summary>
    public DateTime DueAt { get; init; }
}
