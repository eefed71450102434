using Tidemark.Collector.Derive.Events;
using Tidemark.Collector.Model.Monitors;
using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Derive.Monitors;

/// <summary>A watched subject while a fold updates its state.</summary>
internal sealed class Watched
{
    // All lanes share these rows: while nothing changes they are written only this often. A failure that arrives later than this
    // after a success of the same dependency is known to be late.
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(10);

    private readonly IMonitor _monitor;
    private readonly MonitorKey _key;
    private readonly MonitorState? _before;
    private MonitorState? _state;
    private DateTime _lastAt;

    public Watched(IMonitor monitor, in MonitorKey key, MonitorState? before)
    {
        _monitor = monitor;
        _key = key;
        _before = _state = before;
        _lastAt = before?.LastAt ?? DateTime.MinValue;
    }

    /// <summary>Whether the state is new, has changed in more than its time, or is old.</summary>
    public bool IsToWrite => _before is null || _state != _before || _lastAt - _before.LastAt >= Freshness;

    /// <summary>Takes an operation into account unless a later one already has been.</summary>
    public void Observe(Operation operation, EventSink events)
    {
        var at = operation.Key.StartedAt;
        if (at < _lastAt) return;
        if (_state is null || _monitor.FollowsTime) _lastAt = at;
        _state = _monitor.Observe(_state, _key, operation, events);
    }

    public MonitorState ToState() => _state! with { LastAt = _lastAt };
}
