using Tidemark.Collector.Derive.Events;
using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Monitors;

/// <summary>Something watched, while a fold works on its state.</summary>
internal sealed class Watched
{
    // Rows that all lanes share: while all is well they are written so often only. A failure that arrives later than that
    // behind a success of the same dependency is known to be late.
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

    /// <summary>New, changed in more than its time, or grown old.</summary>
    public bool IsToWrite => _before is null || _state != _before || _lastAt - _before.LastAt >= Freshness;

    /// <summary>Takes an operation into account, unless a later one has been.</summary>
    public void Observe(Operation operation, EventSink events)
    {
        var at = operation.Key.StartedAt;
        if (at < _lastAt) return;
        if (_state is null || _monitor.FollowsTime) _lastAt = at;
        _state = _monitor.Observe(_state, _key, operation, events);
    }

    public MonitorState ToState() => _state! with { LastAt = _lastAt };
}
