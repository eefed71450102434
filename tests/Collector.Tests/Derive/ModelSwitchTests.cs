using Tidemark.Collector.Model.Batches;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Tests.Derive.Testing;

namespace Tidemark.Collector.Tests.Derive;

public class ModelSwitchTests
{
    private readonly World _world = new();

    [Fact]
    public void Inference_FirstModel_IsNoSwitch()
    {
        Assert.Empty(_world.Commit(Make.Inference(0, "kimi")).OfType(EventTypes.ModelSwitched));
        Assert.Equal(("kimi", 0), (_world.Session.CurrentModel!.Value, _world.Session.ModelSwitches));
    }

    [Fact]
    public void Inference_AnotherModel_IsReported()
    {
        _world.Commit(Make.Inference(0, "kimi"));

        var switched = Assert.Single(_world.Commit(Make.Inference(10, "glm", agent: "planner")));

        Assert.Equal((EventTypes.ModelSwitched, EventSeverity.Info, Make.At(10)), (switched.Type, switched.Severity, switched.OccurredAt));
        Assert.Equal(("c-1", "glm", "planner"), (switched.ConversationId, switched.Model, switched.Agent));
        Assert.Equal("""{"from":"kimi","to":"glm"}""", switched.Data);
        Assert.Equal("Session s-1 switched from kimi to glm.", switched.Message);
    }

    [Fact]
    public void Embedding_AnotherModel_IsNoSwitch()
    {
        _world.Commit(Make.Inference(0, "kimi"));
        _world.Commit(Make.Operation(1, Make.Series(OperationKind.Embedding, model: "ada")));

        Assert.Equal(0, _world.Session.ModelSwitches);
        Assert.Equal(["kimi"], _world.Session.Models);
    }

    [Theory]
    [InlineData("failed")]
    [InlineData("side")]
    public void Inference_OutsideTheMainChain_IsNoSwitch(string reason)
    {
        var other = Make.Inference(1, model: "haiku", input: 900);
        other = reason switch
        {
            "failed" => other.Failed(),
            "side" => other with { IsSide = true },
            _ => other,
        };

        _world.Commit(Make.Inference(0, model: "opus"), other, Make.Inference(2, model: "opus"));

        Assert.Equal((0, "opus", 3), (_world.Session.ModelSwitches, _world.Session.CurrentModel!.Value, _world.Session.Messages));
        Assert.Empty(_world.Events.OfType(EventTypes.ContextThreshold));
    }

    [Fact]
    public void Inference_WithoutModel_LeavesTheLastOne()
    {
        _world.Commit(Make.Inference(0, "kimi"));
        _world.Commit(Make.Inference(1, ""), Make.Inference(2, "kimi"));

        Assert.Equal((0, 3), (_world.Session.ModelSwitches, _world.Session.Messages));
    }

    [Fact]
    public void LateInference_BetweenTwoOfAnotherModel_CountsTwiceAndIsNotReported()
    {
        _world.Commit(Make.Inference(0, "kimi"), Make.Inference(20, "kimi"));

        Assert.Empty(_world.Commit(Make.Inference(10, "glm")));
        Assert.Equal(("kimi", 2), (_world.Session.CurrentModel!.Value, _world.Session.ModelSwitches));
    }

    [Fact]
    public void LateInference_BetweenTwoModels_AddsNoSwitch()
    {
        _world.Commit(Make.Inference(0, "kimi"), Make.Inference(20, "glm"));
        _world.Commit(Make.Inference(10, "kimi"), Make.Inference(15, "glm"));

        Assert.Equal(1, _world.Session.ModelSwitches);
    }

    [Fact]
    public void Inferences_OfOneInstant_SwitchInTheSameOrderHoweverTheyArrive()
    {
        var other = new World();
        _world.Commit(Make.Inference(0, "kimi"), Make.Inference(0, "glm"), Make.Inference(0, "kimi"));
        foreach (var model in new[] { "kimi", "glm", "kimi" }) other.Commit(Make.Inference(0, model));

        Assert.Equal((1, "kimi"), (_world.Session.ModelSwitches, _world.Session.CurrentModel!.Value));
        Assert.Equal((1, "kimi"), (other.Session.ModelSwitches, other.Session.CurrentModel!.Value));
    }

    [Fact]
    public void LateInference_WhosePastIsGone_IsComparedWithTheCurrentModel()
    {
        _world.Commit(Make.Inference(100, "kimi"));
        var input = new BatchInput { State = new LockedState([_world.Session], [], []), Operations = [Make.Inference(0, "glm")] };

        Assert.Equal(1, Folds.Batch().Apply(input).Sessions[0].ModelSwitches);
    }

    [Fact]
    public void Models_MoreThanTheRowHolds_KeepsTheFirstInOrdinalOrder()
    {
        var world = new World(new() { MaxModelsPerSession = 2 });
        foreach (var model in new[] { "d", "b", "c", "a" }) world.Commit(Make.Inference(0, model));

        Assert.Equal(["a", "b"], world.Session.Models);
    }
}
