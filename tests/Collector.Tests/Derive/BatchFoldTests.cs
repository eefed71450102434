using Tidemark.Collector.Derive.Sessions;
using Tidemark.Collector.Model.Batches;
using Tidemark.Collector.Model.Monitors;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Sessions;
using Tidemark.Collector.Tests.Derive.Testing;

namespace Tidemark.Collector.Tests.Derive;

public class BatchFoldTests
{
    [Fact]
    public void Apply_NewSessionWithTwoModels_WritesRowsAndEvents()
    {
        var folded = Fold(Make.Inference(0, "kimi"), Make.Inference(10, "glm"), Make.Tool(11).Failed());

        var session = Assert.Single(folded.Sessions);
        Assert.Equal(3, session.Operations);
        Assert.Equal(1, session.ModelSwitches);
        Assert.Equal("glm", session.CurrentModel?.Value);
        Assert.Equal(["glm", "kimi"], session.Models);
        Assert.Equal(2, Assert.Single(folded.Conversations).Messages);
        Assert.Equal(["session_created", "model_switched", "operation_failed"], folded.Events.TypesOf());
        Assert.Equal("""{"current_count":4,"previous_count":3,"delta":1}""", EventOrder.Count(folded.Events, 3)[0].Data);
        Assert.Equal("""{"from":"kimi","to":"glm"}""", folded.Events[1].Data);
        Assert.Equal("""{"error_type":"timeout","error_class":"timeout","operation":"execute_tool"}""", folded.Events[2].Data);
    }

    [Fact]
    public void Apply_OperationWithoutSession_FeedsRollupsOnly()
    {
        var folded = Fold(Make.Call(0));

        Assert.Empty(folded.Sessions);
        Assert.Empty(folded.Events);
        Assert.NotEmpty(folded.Rollups);
    }

    [Fact]
    public void Apply_BoundLater_FeedsSessionsOnly()
    {
        var input = Input() with { Bound = [Make.Call(0, failed: true, session: "s-1")] };

        var folded = Folds.Batch().Apply(input);

        Assert.Equal(1, Assert.Single(folded.Sessions).Errors);
        Assert.Empty(folded.Rollups);
        Assert.Empty(folded.Monitors);
    }

    [Fact]
    public void Apply_InferredSession_IsMarked()
    {
        var folded = Fold(Make.Tool(0, session: InferredSession.IdOf(new TraceId(1, 2))), Make.Tool(0, session: "trace:mine"));

        Assert.Equal([true, false], folded.Sessions.Select(session => session.Inferred));
    }

    [Fact]
    public void Apply_ManySessions_CountsThemInTheOrderInWhichTheyStarted()
    {
        var folded = Fold(Make.Tool(5, session: "a"), Make.Tool(1, session: "c"), Make.Tool(3, session: "b"));

        Assert.Equal(["a", "b", "c"], folded.Sessions.Select(session => session.SessionId));
        Assert.Equal(["c", "b", "a"], folded.Events.Select(happened => happened.SessionId));
        Assert.Equal(
            [
                """{"current_count":4,"previous_count":3,"delta":1}""", """{"current_count":5,"previous_count":4,"delta":1}""",
                """{"current_count":6,"previous_count":5,"delta":1}"""
            ],
            EventOrder.Count(folded.Events, 3).Select(happened => happened.Data));
    }

    [Fact]
    public void KeysOf_Batch_NamesEveryRowSorted()
    {
        Operation[] operations =
        [
            Make.Inference(0, session: "b", conversation: "c-2"),
            Make.Inference(0, session: "b", conversation: null),
            Make.Tool(0, session: "b") with { PreviousSessionId = "a" },
            Make.Call(0),
        ];

        var keys = Folds.Batch().KeysOf(operations, [Make.Start(0, "c", previous: "0")]);

        Assert.Equal(["0", "a", "b", "c"], keys.Sessions);
        Assert.Equal([("b", ""), ("b", "c-2")], keys.Conversations);
        Assert.Equal([new MonitorKey(MonitorKind.Dependency, "shop", "prod", "orders")], keys.Monitors);
    }

    private static FoldedBatch Fold(params Operation[] operations) => Folds.Batch().Apply(Input(operations));

    private static BatchInput Input(params Operation[] operations) => new() { Operations = operations, State = new LockedState([], [], []) };
}
