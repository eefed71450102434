using Tidemark.Collector.Derive;
using Tidemark.Collector.Derive.Limits;
using Tidemark.Collector.Derive.Rollups;
using Tidemark.Collector.Derive.Sessions;
using Tidemark.Collector.Model;
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
        Assert.Equal(["session_created", "model_switched", "operation_failed"], folded.Events.Select(happened => happened.Type));
        Assert.Equal("""{"current_count":4,"previous_count":3,"delta":1}""", folded.Events[0].Data);
        Assert.Equal("""{"from":"kimi","to":"glm"}""", folded.Events[1].Data);
        Assert.Equal("""{"error_type":"timeout","error_class":"timeout","operation":"execute_tool"}""", folded.Events[2].Data);
    }

    private static FoldedBatch Fold(params Operation[] operations)
    {
        var options = new DeriveOptions();
        var limits = new SlowLimits(options);
        var fold = new BatchFold(new SessionFold(options, limits, new Expiry(options)), new RollupFold(limits));
        return fold.Apply(new BatchInput { Operations = operations, State = new LockedState([], [], [], 3) });
    }
}
