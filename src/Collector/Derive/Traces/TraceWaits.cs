namespace Tidemark.Collector.Derive.Traces;

/// <summary>Which waits of a trace are over.</summary>
/// <param name="Session">Nothing named a session in time: one is made up.</param>
/// <param name="Usage">No call below an agent reported its usage in time: the agent's own counts.</param>
internal readonly record struct TraceWaits(bool Session, bool Usage)
{
    public static TraceWaits None => default;

    public static TraceWaits Over => new(true, true);
}
