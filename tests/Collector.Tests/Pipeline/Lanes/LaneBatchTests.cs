using Tidemark.Collector.Model.Batches;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Traces;
using Tidemark.Collector.Pipeline;
using Tidemark.Collector.Pipeline.Lanes;
using Tidemark.Collector.Tests.Derive.Testing;

namespace Tidemark.Collector.Tests.Pipeline.Lanes;

/// <summary>Traces that a batch queues for amendment, by which of it was already stored.</summary>
public sealed class LaneBatchTests
{
    private static readonly Operation Outer = Make.Operation(0, Make.Series(OperationKind.Inference));
    private static readonly Operation Inner = Outer with { Key = Outer.Key with { SpanId = new SpanId(77) }, ParentSpanId = Outer.Key.SpanId };

    [Fact]
    public void Traces_EverythingNew_LeavesWholeTracesAlone() => Assert.False(IsLeft([Part(2, Outer, Inner)], Outer, Inner));

    // Complete in its request, but some of it was already stored and counted.
    [Fact]
    public void Traces_PartStoredBefore_LeavesTheTrace() => Assert.True(IsLeft([Part(2, Outer, Inner)], Inner));

    [Fact]
    public void Traces_PartInAnotherRequestOfTheBatch_LeavesTheTrace()
    {
        var again = Outer with { };

        Assert.True(IsLeft([Part(1, Outer), Part(2, again, Inner)], Outer, Inner));
    }

    // The rest is in another lane and may be new there.
    [Fact]
    public void Traces_StoredBeforeAndRestInAnotherLane_LeavesTheTrace() => Assert.True(IsLeft([Part(2, Outer)]));

    [Fact]
    public void Traces_EverythingStoredBefore_LeavesNothing() => Assert.False(IsLeft([Part(2, Outer, Inner)]));

    private static bool IsLeft(LanePart[] parts, params Operation[] stored) =>
        Assert.Single(new LaneBatch(parts).Traces(stored, new CallReporters(new PipelineOptions()), DateTime.UnixEpoch).Visits).Share.IsOpen;

    private static LanePart Part(int ofTrace, params Operation[] operations) => new()
    {
        Operations = operations,
        Traces = new Dictionary<TraceId, TraceShare> { [Outer.Key.TraceId] = new(ofTrace, IsOpen: false) },
        Received = LedgerDelta.Of("anyone", 1, operations.Length),
    };
}
