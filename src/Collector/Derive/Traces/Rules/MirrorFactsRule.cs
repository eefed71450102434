using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Derive.Traces.Rules;

/// <summary>
/// The report that counts takes missing facts from its mirrors, and a cost billed by a gateway instead of a computed one; mirrors do not count.
/// </summary>
internal sealed class MirrorFactsRule : ITraceRule
{
    public void Apply(TraceGraph graph)
    {
        if (graph.Nodes.Count < 2) return;
        foreach (var mirror in graph.Nodes.Where(node => node.IsMirror))
        {
            var counted = mirror.Counted;
            counted.Effective = Complete(counted.Effective, mirror.Reported, IsForm(counted, mirror));
        }

        foreach (var mirror in graph.Nodes.Where(node => node.IsMirror)) mirror.Effective = Uncounted(mirror.Reported, mirror.Counted.Reported);
    }

    // A log event and a span of the same call agree; a wrapper's failure is not the call's failure.
    private static bool IsForm(TraceNode counted, TraceNode mirror) =>
        counted.Reported.Source != mirror.Reported.Source || (counted.Kind == OperationKind.Tool && mirror.Kind == OperationKind.Tool);

    private static Operation Complete(Operation counted, Operation mirror, bool isForm)
    {
        var tokens = FullerUsage.Of(counted.Tokens, mirror.Tokens);
        var (cost, basis) = Bill(counted, mirror, tokens);
        return counted with
        {
            Tokens = tokens,
            Cost = cost,
            CostBasis = basis,
            ConversationId = counted.ConversationId ?? mirror.ConversationId,
            UserId = counted.UserId ?? mirror.UserId,
            Labels = counted.Labels.IsEmpty ? mirror.Labels : counted.Labels,
            SessionName = counted.SessionName ?? mirror.SessionName,
            RequestModel = counted.RequestModel ?? mirror.RequestModel,
            ResponseModel = counted.ResponseModel ?? mirror.ResponseModel,
            ContextMax = counted.ContextMax ?? mirror.ContextMax,
            TimeToFirstTokenMs = counted.TimeToFirstTokenMs ?? mirror.TimeToFirstTokenMs,
            Bytes = counted.Bytes ?? mirror.Bytes,
            Compaction = counted.Compaction ?? mirror.Compaction,
            Duration = counted.Duration is null || (counted.Duration == TimeSpan.Zero && isForm) ? mirror.Duration ?? counted.Duration : counted.Duration,
            FinishReason = counted.FinishReason ?? mirror.FinishReason,
            Failure = counted.Failure ?? (isForm ? mirror.Failure : null),
            Series = Complete(counted.Series, mirror.Series),
        };
    }

    // A billed cost wins over a computed one; of two computed costs, the one with the more detailed usage.
    private static (Cost? Cost, string? Basis) Bill(Operation counted, Operation mirror, in TokenUsage tokens)
    {
        if (counted.Cost is not { } cost) return (mirror.Cost, counted.CostBasis ?? mirror.CostBasis);
        if (cost.Source == CostSource.Reported || mirror.Cost is not { } other) return (cost, counted.CostBasis);
        if (other.Source == CostSource.Reported) return (other, null);
        var isPricedByOther = tokens with { Reasoning = null } != counted.Tokens with { Reasoning = null };
        return isPricedByOther ? (other, mirror.CostBasis) : (cost, counted.CostBasis);
    }

    private static Series Complete(Series counted, Series mirror)
    {
        if (IsFilled(counted, mirror)) return counted;
        return counted with
        {
            Provider = counted.Provider.Length == 0 ? mirror.Provider : counted.Provider,
            Model = counted.Model.Length == 0 ? mirror.Model : counted.Model,
            Agent = counted.Agent.Length == 0 ? mirror.Agent : counted.Agent,
            Workflow = counted.Workflow.Length == 0 ? mirror.Workflow : counted.Workflow,
            Tool = counted.Tool.Length == 0 ? mirror.Tool : counted.Tool,
        };
    }

    private static bool IsFilled(Series counted, Series mirror) =>
        (counted.Provider.Length > 0 || mirror.Provider.Length == 0) && (counted.Model.Length > 0 || mirror.Model.Length == 0)
        && (counted.Agent.Length > 0 || mirror.Agent.Length == 0) && (counted.Workflow.Length > 0 || mirror.Workflow.Length == 0)
        && (counted.Tool.Length > 0 || mirror.Tool.Length == 0);

    /// <summary>The mirror as an operation of kind <c>other</c> without numbers, so that sums of operations do not include it.</summary>
    private static Operation Uncounted(Operation mirror, Operation counted) => mirror with
    {
        MirrorOf = new SpanKey(counted.Key.TraceId, counted.Key.SpanId),
        ResponseHash = mirror.ResponseHash,
        CallHash = mirror.CallHash,
        Series = mirror.Series with { Kind = OperationKind.Other },
        Tokens = default,
        Cost = null,
        CostBasis = null,
        Failure = null,
        TimeToFirstTokenMs = null,
        ContextMax = null,
    };
}
