using Tidemark.Instrumentation.Metrics;

namespace Tidemark.Instrumentation.Sessions;

/// <summary>
/// Counts the calls of one agent run in its async flow. A call counts once, for the innermost run of its session: calls of a nested
/// agent do not count for its caller. Failed calls count, as the conventions require.
/// </summary>
internal sealed class AgentRun
{
    private static readonly AsyncLocal<AgentRun?> Ambient = new();

    private readonly string? _session;
    private readonly string? _agent;
    private readonly AgentRun? _outer;
    private readonly int _depth;
    private long _inferences;
    private long _tools;
    private int _ended;

    private AgentRun(in Identity identity)
    {
        _session = identity.Session;
        _agent = identity.Agent;
        if (Current is { _depth: < SessionScope.MaxDepth } outer)
        {
            _outer = outer;
            _depth = outer._depth + 1;
        }
    }

    private static AgentRun? Current => Live(Ambient.Value);

    /// <summary>Returns null without listeners, so that no run is recorded with only some of its calls.</summary>
    public static AgentRun? Begin(in Identity identity) =>
        AgentCallMetrics.IsEnabled ? Ambient.Value = new AgentRun(identity) : null;

    public static void CountInference(string? session)
    {
        if (AgentCallMetrics.IsInferenceEnabled && Of(session) is { } run)
            Interlocked.Increment(ref run._inferences);
    }

    public static void CountTool(string? session)
    {
        if (AgentCallMetrics.IsToolEnabled && Of(session) is { } run)
            Interlocked.Increment(ref run._tools);
    }

    /// <summary>Ends and records the run; the operation calls it once.</summary>
    public void End()
    {
        Volatile.Write(ref _ended, 1);
        if (ReferenceEquals(Ambient.Value, this))
            Ambient.Value = Live(_outer);
        AgentCallMetrics.Record(_agent, Interlocked.Read(ref _inferences), Interlocked.Read(ref _tools));
    }

    private static AgentRun? Of(string? session) => Current is { } run && run._session == session ? run : null;

    private static AgentRun? Live(AgentRun? run)
    {
        while (run is { _ended: not 0 })
            run = run._outer;
        return run;
    }
}
