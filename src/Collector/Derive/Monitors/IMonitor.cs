using Tidemark.Collector.Derive.Events;
using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Monitors;

/// <summary>Watches one sort of thing across sessions.</summary>
internal interface IMonitor
{
    MonitorKind Kind { get; }

    /// <summary>Whether a state is worth less the older it is. A state that is reported only once is not.</summary>
    bool FollowsTime => true;

    /// <summary>The subject of an operation; null = not relevant to this monitor.</summary>
    MonitorKey? KeyOf(Operation operation);

    /// <summary>The state after one more operation, none earlier than those before.</summary>
    /// <param name="state">Null = never seen.</param>
    MonitorState Observe(MonitorState? state, in MonitorKey key, Operation operation, EventSink events);
}
