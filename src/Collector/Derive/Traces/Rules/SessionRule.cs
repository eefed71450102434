using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Derive.Traces.Rules;

/// <summary>
/// Determines the session of each operation. Its own session id wins; without one it gets that of the nearest span above with one,
/// otherwise its trace's. A conversation id becomes the session only if nothing in the trace names one; then the outermost is used for all.
/// A trace whose calls are also reported in another trace belongs to that trace's session. The rest gets a session of its own once its wait is over.
/// </summary>
internal sealed class SessionRule : ITraceRule
{
    public void Apply(TraceGraph graph)
    {
        var owners = graph.Traces.ToDictionary(trace => trace, trace => TraceOwner.Of(graph, trace));
        Share(graph, owners);
        foreach (var node in graph.Nodes)
        {
            var owner = owners[node.TraceId];
            var session = ExplicitAbove(graph, node) ?? owner.SessionId ?? owner.Made(graph, node.TraceId);
            var user = node.Effective.UserId ?? owner.UserId;
            if (session != node.Effective.SessionId || user != node.Effective.UserId)
                node.Effective = node.Effective with { SessionId = session, UserId = user };
        }
    }

    /// <summary>A session id that is not just the conversation's.</summary>
    public static string? Explicit(string? sessionId, string? conversationId) => sessionId == conversationId ? null : sessionId;

    private static string? ExplicitAbove(TraceGraph graph, TraceNode node)
    {
        for (var (above, steps) = (node, 0); above is not null && steps < TraceGraph.Limits.Depth; above = above.Parent, steps++)
        {
            if (Explicit(above.Reported.SessionId, above.Reported.ConversationId) is { } own) return own;
            if (EnclosingSession(graph, above) is { } enclosing) return enclosing;
        }

        return null;
    }

    private static string? EnclosingSession(TraceGraph graph, TraceNode node)
    {
        var fact = node.Enclosing;
        for (var steps = 0; fact is not null && steps < TraceGraph.Limits.Depth; steps++)
        {
            if (Explicit(fact.SessionId, fact.ConversationId) is { } session) return session;
            fact = graph.FactOf(fact.TraceId, fact.ParentSpanId);
        }

        return null;
    }

    // Two rounds: a gateway's trace may be joined to a client's trace by one call and to a third trace by another.
    private static void Share(TraceGraph graph, Dictionary<TraceId, TraceOwner> owners)
    {
        for (var round = 0; round < 2; round++)
        {
            foreach (var mirror in graph.Nodes.Where(node => node.IsMirror && node.TraceId != node.Counted.TraceId))
            {
                var (one, other) = (owners[mirror.TraceId], owners[mirror.Counted.TraceId]);
                owners[mirror.TraceId] = one.Or(other, ExplicitAbove(graph, mirror.Counted));
                owners[mirror.Counted.TraceId] = other.Or(one, ExplicitAbove(graph, mirror));
            }
        }
    }
}
