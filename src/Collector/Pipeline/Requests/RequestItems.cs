using Tidemark.Collector.Model;

namespace Tidemark.Collector.Pipeline.Requests;

/// <summary>One request's canonical items, and what the ledger says of the request.</summary>
internal sealed class RequestItems(string source, short signal)
{
    private readonly List<Operation> _operations = [];
    private readonly List<WaitingEvent> _waiting = [];
    private readonly List<SessionSignal> _signals = [];
    private readonly List<MetricPoint> _metrics = [];

    public string Source { get; } = source;

    public short Signal { get; } = signal;

    public IReadOnlyList<Operation> Operations => _operations;

    public IReadOnlyList<WaitingEvent> Waiting => _waiting;

    public IReadOnlyList<SessionSignal> Signals => _signals;

    public IReadOnlyList<MetricPoint> Metrics => _metrics;

    /// <summary>Items in the request, whatever became of them.</summary>
    public int Received { get; set; }

    public int Rejected { get; set; }

    public int Ignored { get; set; }

    public int ContentDropped { get; set; }

    /// <summary>Log events that were nothing but a session's start or end.</summary>
    public int SignalsAlone { get; private set; }

    public void Add(Operation operation, SessionSignal? signal)
    {
        _operations.Add(operation);
        if (signal is not null) _signals.Add(signal);
    }

    public void Add(MetricPoint point) => _metrics.Add(point);

    public void AddWaiting(Operation operation, SessionSignal? signal)
    {
        _waiting.Add(new WaitingEvent(operation, Source, Signal));
        if (signal is not null) _signals.Add(signal);
    }

    public void Add(SessionSignal signal)
    {
        _signals.Add(signal);
        SignalsAlone++;
    }

    /// <summary>
    /// Gives operations without a session that of their trace, where the request holds one. Their keys stay: what else stood
    /// in the request must not decide whether a replay is recognised.
    /// </summary>
    public void BindByTrace()
    {
        if (!_operations.Exists(operation => operation.SessionId is null)) return;
        var sessions = new Dictionary<TraceId, Operation>();
        foreach (var operation in _operations.Where(operation => operation.SessionId is not null))
        {
            if (!sessions.TryGetValue(operation.Key.TraceId, out var first) || operation.Key.CompareTo(first.Key) < 0) sessions[operation.Key.TraceId] = operation;
        }

        if (sessions.Count == 0) return;
        for (var i = 0; i < _operations.Count; i++)
        {
            if (_operations[i].SessionId is null && sessions.TryGetValue(_operations[i].Key.TraceId, out var named))
                _operations[i] = _operations[i] with { SessionId = named.SessionId };
        }
    }
}
