using Tidemark.Collector.Derive.Sessions;
using Tidemark.Collector.Derive.Traces;
using Tidemark.Collector.Model;

namespace Tidemark.Collector.Pipeline.Requests;

/// <summary>One request's canonical items, and what the ledger says of the request.</summary>
internal sealed class RequestItems(string source, short signal)
{
    private readonly List<Operation> _operations = [];
    private readonly List<TraceFact> _facts = [];
    private readonly Dictionary<TraceId, TraceShare> _traces = [];
    private readonly List<SessionSignal> _signals = [];
    private readonly List<MetricPoint> _metrics = [];

    public string Source { get; } = source;

    public short Signal { get; } = signal;

    public IReadOnlyList<Operation> Operations => _operations;

    /// <summary>Spans that are no operations.</summary>
    public IReadOnlyList<TraceFact> Facts => _facts;

    /// <summary>What the request holds of each trace; more may come of those that are open.</summary>
    public IReadOnlyDictionary<TraceId, TraceShare> Traces => _traces;

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
        if (operation.Series.Kind == OperationKind.Inference && QuerySource.IsSide(operation.Attributes.Span)) operation = operation with { IsSide = true };
        _operations.Add(operation);
        if (signal is not null) _signals.Add(signal);
    }

    public void Add(MetricPoint point) => _metrics.Add(point);

    public void Add(TraceFact fact) => _facts.Add(fact);

    /// <summary>
    /// The log event of a span is a report of its own below that span, with an id made from the span's: so both can be stored, and
    /// the resolver makes one of them.
    /// </summary>
    public void AddForm(Operation operation, SessionSignal? signal)
    {
        if (operation.Source == OperationSource.Event)
        {
            var span = operation.Key.SpanId;
            var own = (ulong)StableHash.Of(Enum.GetName(operation.Series.Kind), span.ToString()) | 1;
            operation = operation with { Key = operation.Key with { SpanId = new SpanId(own) }, ParentSpanId = span };
        }

        Add(operation, signal);
    }

    public void Add(SessionSignal signal)
    {
        _signals.Add(signal);
        SignalsAlone++;
    }

    /// <summary>
    /// Facts that may be of use later: of traces that are not whole, and of those of which the request holds nothing else. Wanted in any
    /// case are ids, and the tree of a trace in which a model or an agent is; the others only where more of the trace waits already.
    /// </summary>
    public IEnumerable<KeptFact> KeptFacts()
    {
        if (_facts.Count == 0) return [];
        var traces = _operations.ToLookup(operation => operation.Key.TraceId, operation => operation.Series.Kind <= OperationKind.Workflow);
        return _facts
            .Where(fact => _traces.GetValueOrDefault(fact.TraceId).IsOpen || !traces.Contains(fact.TraceId))
            .Select(fact => new KeptFact(fact, fact.HasIds || traces[fact.TraceId].Any(isOurs => isOurs)));
    }

    /// <summary>
    /// Works out what counts of the traces in the request, and notes which of them may have more to come. Keys stay: what else stood
    /// in the request must not decide whether a replay is recognised.
    /// </summary>
    public void Resolve()
    {
        if (_operations.Count == 0 && _facts.Count == 0) return;
        var open = OpenTraces.Of(_operations, _facts);
        foreach (var fact in _facts) _traces[fact.TraceId] = new TraceShare(0, open.Contains(fact.TraceId));
        foreach (var trace in _operations.CountBy(operation => operation.Key.TraceId)) _traces[trace.Key] = new TraceShare(trace.Value, open.Contains(trace.Key));
        var waits = _traces.ToDictionary(trace => trace.Key, trace => trace.Value.IsOpen ? TraceWaits.None : TraceWaits.Over);
        var resolved = TraceGroups.Of(new TraceReports { Operations = _operations, Facts = _facts, Waits = waits }).SelectMany(TraceResolver.Resolve).ToList();
        _operations.Clear();
        foreach (var (reported, effective) in resolved)
        {
            var facts = ReportedFacts.Write(reported, effective);
            _operations.Add(facts.IsEmpty ? effective : effective with { Reported = facts });
        }
    }
}
