using Tidemark.Collector.Derive.Events;
using Tidemark.Collector.Model.Monitors;
using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Derive.Monitors;

/// <summary>Watches one kind of subject across sessions.</summary>
internal interface IMonitor
{
    MonitorKind Kind { get; }

    /// <summary>Whether a state loses its meaning with age. States that are reported only once do not.</summary>
    bool FollowsTime => true;

    /// <summary>Returns the subject of an operation; null = not relevant to this monitor.</summary>
    MonitorKey? KeyOf(Operation operation);

    /// <summary>Returns the state after one more operation, which is not earlier than the previous ones.</summary>
    /// <param name="state">The current state; null = none yet.</param>
    MonitorState Observe(MonitorState? state, in MonitorKey key, Operation operation, EventSink events);
}
