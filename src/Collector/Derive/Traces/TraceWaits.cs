using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Sessions;

namespace Tidemark.Collector.Derive.Traces;

/// <summary>Which waits of a trace are over.</summary>
/// <param name="Session">Nothing named a session in time: the trace gets one of its own.</param>
/// <param name="Usage">No call below an agent reported its usage in time: the agent's usage counts.</param>
internal readonly record struct TraceWaits(bool Session, bool Usage)
{
    public static TraceWaits None => default;

    public static TraceWaits Over => new(true, true);

    /// <summary>Includes what already counts without a wait: later reports withdraw it only if they contradict it.</summary>
    public TraceWaits Or(TraceId trace, IEnumerable<Operation> stored)
    {
        var waits = this;
        foreach (var operation in stored)
        {
            if (operation.SessionId == InferredSession.IdOf(trace)) waits = waits with { Session = true };
            if (operation is { MirrorOf: null, IsModelCall: false, CarriesUsage: true }) waits = waits with { Usage = true };
        }

        return waits;
    }
}
