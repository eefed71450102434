using Tidemark.Collector.Model.Batches;
using Tidemark.Collector.Model.Metrics;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Sessions;
using Tidemark.Collector.Model.Traces;

namespace Tidemark.Collector.Recognise;

/// <summary>The result of recognising one span or log record.</summary>
/// <param name="Operation">Set for <see cref="RecognitionOutcome.Operation"/> and <see cref="RecognitionOutcome.WaitsForSpan"/>.</param>
/// <param name="Notice">
/// Set for <see cref="RecognitionOutcome.SessionNotice"/>, and for an operation whose span also reported the end of its session.
/// </param>
/// <param name="Reason">Set for <see cref="RecognitionOutcome.Rejected"/>: for the operator of the sender, without payload.</param>
/// <param name="Fact">Set for spans that are not operations, whether <see cref="RecognitionOutcome.Ignored"/> or a notice.</param>
/// <param name="Unknown">Set for items that no rule recognises.</param>
/// <param name="Point">Set for log events stored as a point, with <see cref="RecognitionOutcome.MetricPoint"/> or with an operation.</param>
internal readonly record struct Recognition(
    RecognitionOutcome Outcome, Operation? Operation = null, SessionNotice? Notice = null, string? Reason = null, TraceFact? Fact = null,
    IgnoredItem? Unknown = null, MetricPoint? Point = null)
{
    public static Recognition Ignored => default;

    public static Recognition Rejected(string reason) => new(RecognitionOutcome.Rejected, Reason: reason);
}
