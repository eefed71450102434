using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Traces.Rules;

/// <summary>
/// Whose each operation is. An operation's own session id stands; without one it takes that of the nearest span above which has one,
/// else its trace's. A conversation id is a session only where nothing in the trace names one, and then the outermost is the session of all.
/// A trace whose calls are reported in another trace too belongs to that one's session. What is left gets a session made up, once its wait is over.
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

    /// <summary>A session id that is not merely the conversation's.</summary>
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

    // Two rounds: a gateway's trace may be joined to a client's by one call and to a third by another.
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
