using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Sessions;
using Tidemark.Collector.Model.Traces;

namespace Tidemark.Collector.Derive.Traces.Rules;

/// <summary>Session, conversation and user of a trace, as far as its spans name them.</summary>
/// <param name="IsExplicit">The session was named, rather than derived from a conversation.</param>
internal sealed record TraceOwner(string? SessionId, bool IsExplicit, string? UserId)
{
    public static TraceOwner Of(TraceGraph graph, TraceId trace)
    {
        Claim? named = null, conversation = null, user = null;
        foreach (var node in graph.NodesOf(trace)) See(Of(node));
        foreach (var fact in graph.FactsOf(trace))
        {
            if (fact.HasIds) See(Of(graph, fact));
        }

        return new TraceOwner((named ?? conversation)?.SessionId, named is not null, user?.UserId);

        void See(in Claim claim)
        {
            if (SessionRule.Explicit(claim.SessionId, claim.ConversationId) is not null && claim.IsBefore(named)) named = claim;
            // The outermost conversation is the trace's; that of a sub-agent is nested in it.
            if (claim.SessionId is not null && claim.IsOutside(conversation)) conversation = claim;
            if (claim.UserId is not null && claim.IsBefore(user)) user = claim;
        }
    }

    /// <summary>Filled in from another trace that reports the same call.</summary>
    public TraceOwner Or(TraceOwner other, string? explicitSession)
    {
        if (IsExplicit) return UserId is null ? this with { UserId = other.UserId } : this;
        var session = explicitSession ?? (other.IsExplicit ? other.SessionId : null);
        if (session is not null) return new TraceOwner(session, true, UserId ?? other.UserId);
        return SessionId is null ? other with { UserId = UserId ?? other.UserId } : this;
    }

    /// <summary>The session of a trace that names none: only if it contains a model or an agent, as plain web traffic is not a session.</summary>
    public string? Made(TraceGraph graph, TraceId trace) =>
        SessionId is null && graph.Reports.Waits.GetValueOrDefault(trace).Session && graph.NodesOf(trace).Any(node => node.Kind <= OperationKind.Workflow)
            ? InferredSession.IdOf(trace)
            : null;

    private static Claim Of(TraceNode node) => new(
        node.Reported.Key.StartedAt, node.Reported.Key.SpanId, node.Above.Count + (node.Enclosing is null ? 0 : 1), node.Reported.SessionId,
        node.Reported.ConversationId, node.Reported.UserId);


    private static Claim Of(TraceGraph graph, TraceFact fact) =>
        new(fact.StartedAt, fact.SpanId, DepthOf(graph, fact), fact.SessionId, fact.ConversationId, fact.UserId);

    private static int DepthOf(TraceGraph graph, TraceFact fact)
    {
        var depth = 0;
        for (var above = graph.FactOf(
            fact.TraceId, fact.ParentSpanId); above is not null && depth < TraceGraph.Limits.Depth; above = graph.FactOf(above.TraceId, above.ParentSpanId))
            depth++;
        return depth;
    }

    private readonly record struct Claim(DateTime At, SpanId SpanId, int Depth, string? SessionId, string? ConversationId, string? UserId)
    {
        public bool IsBefore(in Claim? other) => other is not { } known || Order(known) < 0;

        public bool IsOutside(in Claim? other) => other is not { } known || (Depth == known.Depth ? Order(known) < 0 : Depth < known.Depth);

        private int Order(in Claim other)
        {
            var order = At.CompareTo(other.At);
            return order == 0 ? SpanId.CompareTo(other.SpanId) : order;
        }
    }
}
