using Tidemark.Collector.Derive.Amendments;
using Tidemark.Collector.Derive.Traces;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Traces;
using Tidemark.Collector.Pipeline.Requests;

namespace Tidemark.Collector.Tests.Derive.Traces;

/// <summary>The expected database: requests are resolved as they arrive, and all traces again when amended.</summary>
internal sealed class TraceWorld
{
    private readonly Dictionary<OperationKey, Operation> _stored = [];
    private readonly Dictionary<SpanKey, TraceFact> _facts = [];

    public int Amended { get; private set; }

    public IReadOnlyCollection<Operation> Stored => _stored.Values;

    public void Arrive(IEnumerable<(Operation? Operation, TraceFact? Fact)> items)
    {
        var request = new RequestItems("test", 1);
        foreach (var (operation, fact) in items)
        {
            if (operation is not null) request.AddForm(operation, null);
            if (fact is not null) request.Add(fact);
        }

        request.Resolve(most: 20_000);
        foreach (var operation in request.Operations) _stored.TryAdd(operation.Key, operation);
        foreach (var (fact, _) in request.KeptFacts()) _facts.TryAdd(new SpanKey(fact.TraceId, fact.SpanId), fact);
    }

    /// <summary>Amends stored operations; after all waits, a second run must change nothing.</summary>
    public void Settle(bool areWaitsOver)
    {
        var waits = _stored.Keys.Select(key => key.TraceId).Distinct().ToDictionary(trace => trace, _ => areWaitsOver ? TraceWaits.Over : TraceWaits.None);
        var reports = new TraceReports { Operations = [], Facts = [.. _facts.Values], Waits = waits };
        var amendments = Amending.Of([.. _stored.Values], reports);
        foreach (var amendment in amendments) _stored[amendment.Before.Key] = amendment.After;
        Amended += amendments.Count;
        Assert.Empty(Amending.Of([.. _stored.Values], reports));
    }

    /// <summary>The rows as text, in key order.</summary>
    public string[] Rows() => [.. _stored.Values.OrderBy(operation => operation.Key).Select(Row)];

    private static string Row(Operation operation) => string.Join(
        " | ",
        operation.Key.TraceId,
        operation.Key.SpanId,
        operation.Source,
        operation.Series,
        operation.SessionId,
        operation.ConversationId,
        operation.UserId,
        operation.RequestModel,
        operation.ResponseModel,
        operation.Tokens,
        operation.Cost,
        operation.Failure,
        operation.FinishReason,
        operation.Duration,
        operation.IsSide,
        operation.MirrorOf);
}
