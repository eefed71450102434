namespace Tidemark.Collector.Query.Sessions;

/// <summary>All that a session's report is made of.</summary>
internal sealed record SessionReview(
    SessionFacts Session,
    IReadOnlyList<ModelUse> Models,
    IReadOnlyList<DependencyUse> Dependencies,
    IReadOnlyList<ErrorGroup> Errors,
    IReadOnlyList<SlowOperation> Slowest,
    IReadOnlyList<TimelineEvent> Timeline,
    IReadOnlyList<Remark> Insights);
