namespace Tidemark.Collector.Query.Sessions;

/// <summary>The data of a session's report.</summary>
internal sealed record SessionReview(
    SessionFacts Session,
    IReadOnlyList<ModelUse> Models,
    IReadOnlyList<DependencyUse> Dependencies,
    IReadOnlyList<ErrorGroup> Errors,
    IReadOnlyList<SlowOperation> Slowest,
    IReadOnlyList<TimelineEvent> Timeline,
    IReadOnlyList<Remark> Insights);
