using System.Globalization;
using System.Runtime.InteropServices;
using Tidemark.Collector.Derive.Sessions;
using Tidemark.Collector.Derive.Traces;
using Tidemark.Collector.Model;
using Tidemark.Collector.Model.Batches;
using Tidemark.Collector.Model.Metrics;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Sessions;
using Tidemark.Collector.Model.Traces;

namespace Tidemark.Collector.Pipeline.Requests;

/// <summary>A request's canonical items, and its ledger counts.</summary>
internal sealed class RequestItems(string source, short signal)
{
    private readonly List<Operation> _operations = [];
    private readonly List<TraceFact> _facts = [];
    private readonly Dictionary<TraceId, TraceShare> _traces = [];
    private readonly Dictionary<(string Scope, string Version), IgnoredScope> _ignored = [];
    private readonly List<SessionNotice> _notices = [];
    private readonly List<MetricPoint> _metrics = [];

    public string Source { get; } = source;

    public short Signal { get; } = signal;

    public IReadOnlyList<Operation> Operations => _operations;

    /// <summary>Spans that are not operations.</summary>
    public IReadOnlyList<TraceFact> Facts => _facts;

    /// <summary>The request's part of each trace; open ones may grow.</summary>
    public IReadOnlyDictionary<TraceId, TraceShare> Traces => _traces;

    public IReadOnlyList<SessionNotice> Notices => _notices;

    public IReadOnlyList<MetricPoint> Metrics => _metrics;

    /// <summary>Points that are items of their own.</summary>
    public int MetricsAlone { get; private set; }

    /// <summary>Items of the request, whatever happens to them.</summary>
    public int Received { get; set; }

    public int Rejected { get; set; }

    public int Ignored { get; private set; }

    public IReadOnlyList<IgnoredScope> IgnoredScopes => [.. _ignored.Values];

    public int ContentDropped { get; set; }

    /// <summary>Log events that were only the start or end of a session.</summary>
    public int NoticesAlone { get; private set; }

    public void Add(Operation operation, SessionNotice? notice)
    {
        if (operation.Series.Kind == OperationKind.Inference && QuerySource.IsSide(operation.Attributes.Span)) operation = operation with { IsSide = true };
        _operations.Add(operation);
        if (notice is not null) _notices.Add(notice);
    }

    public void Add(MetricPoint point)
    {
        _metrics.Add(point);
        if (point.IsAlone) MetricsAlone++;
    }

    public void Add(TraceFact fact) => _facts.Add(fact);

    /// <param name="item">Null if the item's type is known but it contains nothing of use.</param>
    public void Ignore(IgnoredItem? item)
    {
        Ignored++;
        if (item is not { } unknown) return;
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_ignored, (unknown.Scope, unknown.Version), out _);
        known = known is null
            ? new IgnoredScope(Source, Signal, unknown.Scope, unknown.Version, 1, unknown.Example)
            : known with { Items = known.Items + 1, Example = known.Example.Length == 0 ? unknown.Example : known.Example };
    }

    /// <summary>
    /// The log event of a span becomes a report of its own below that span, with an id derived from the span's, so that both can be
    /// stored and the resolver joins them.
    /// </summary>
    public void AddForm(Operation operation, SessionNotice? notice)
    {
        if (operation.Source == OperationSource.Event)
        {
            var span = operation.Key.SpanId;
            // Some senders write the events of several calls inside one span around them.
            var at = operation.EndedAt.Ticks.ToString(CultureInfo.InvariantCulture);
            var own = (ulong)StableHash.Of(Enum.GetName(operation.Series.Kind), span.ToString(), at) | 1;
            operation = operation with { Key = operation.Key with { SpanId = new SpanId(own) }, ParentSpanId = span };
        }

        Add(operation, notice);
    }

    public void Add(SessionNotice notice)
    {
        _notices.Add(notice with { IsAlone = true });
        NoticesAlone++;
    }

    /// <summary>
    /// Facts that may be needed later: of traces with a model or an agent, as complete ones may be resolved again as well; of incomplete
    /// traces; and of traces without any operation in the request. Always kept are ids, spans of instrumentations that report
    /// models, and the tree around a model or an agent; the others only if more of the trace is already waiting.
    /// </summary>
    public IEnumerable<KeptFact> KeptFacts()
    {
        if (_facts.Count == 0) return [];
        var ours = _operations.Where(operation => operation.Series.Kind <= OperationKind.Workflow || operation.MirrorOf is not null)
            .Select(operation => operation.Key.TraceId)
            .ToHashSet();
        return _facts
            .Where(fact => ours.Contains(fact.TraceId) || _traces[fact.TraceId] is { IsOpen: true } or { Operations: 0 })
            .Select(fact => new KeptFact(fact, fact.HasIds || fact.IsRelated || ours.Contains(fact.TraceId)));
    }

    /// <summary>
    /// Resolves the traces of the request, and notes which of them may still change. Keys stay as they are: the rest of the request must
    /// not affect whether a replay is recognised.
    /// </summary>
    /// <param name="most">Maximum operations of related traces: larger ones count as they were reported.</param>
    public void Resolve(int most)
    {
        if (_operations.Count == 0 && _facts.Count == 0) return;
        Share();
        var waits = new Dictionary<TraceId, TraceWaits>(_traces.Count);
        foreach (var (trace, share) in _traces) waits.Add(trace, share.IsOpen ? TraceWaits.None : TraceWaits.Over);
        var groups = TraceGroups.Of(new TraceReports { Operations = [.. _operations], Facts = _facts, Waits = waits });
        _operations.Clear();
        foreach (var group in groups)
        {
            if (group.Operations.Count > most)
            {
                _operations.AddRange(group.Operations);
                continue;
            }

            foreach (var (reported, effective) in TraceResolver.Resolve(group))
            {
                var facts = ReportedFacts.Write(reported, effective);
                _operations.Add(facts.IsEmpty ? effective : effective with { Reported = facts });
            }
        }
    }

    private void Share()
    {
        var open = OpenTraces.Of(_operations, _facts);
        foreach (var fact in _facts) _traces[fact.TraceId] = new TraceShare(0, open.Contains(fact.TraceId));
        foreach (var operation in _operations)
        {
            var trace = operation.Key.TraceId;
            ref var share = ref CollectionsMarshal.GetValueRefOrAddDefault(_traces, trace, out var isKnown);
            share = new TraceShare(isKnown ? share.Operations + 1 : 1, isKnown ? share.IsOpen : open.Contains(trace));
        }
    }
}
