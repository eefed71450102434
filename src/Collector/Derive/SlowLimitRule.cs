using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Derive;

/// <summary>
/// A slow limit for operations that match every property set. Of several matching rules the most specific one applies: rules with
/// a service come first, then those with an operation, then those with a kind; among equals the first.
/// </summary>
internal sealed class SlowLimitRule
{
    public string? Service { get; set; }

    public string? Operation { get; set; }

    public OperationKind? Kind { get; set; }

    /// <summary><c>00:00:00</c> = never slow.</summary>
    public TimeSpan Limit { get; set; }

    internal int Specificity => (string.IsNullOrEmpty(Service) ? 0 : 4) + (string.IsNullOrEmpty(Operation) ? 0 : 2) + (Kind is null ? 0 : 1);

    internal bool Matches(Series series) =>
        (string.IsNullOrEmpty(Service) || Service == series.Service)
        && (string.IsNullOrEmpty(Operation) || Operation == series.Operation)
        && (Kind is null || Kind == series.Kind);
}
