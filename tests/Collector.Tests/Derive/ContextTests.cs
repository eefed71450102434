using Tidemark.Collector.Derive;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Sessions;
using Tidemark.Collector.Tests.Derive.Testing;

namespace Tidemark.Collector.Tests.Derive;

public class ContextTests
{
    private readonly World _world = new();

    private ConversationState Conversation => _world.Conversations.Single().Value;

    [Theory]
    [InlineData(799, new int[0])]
    [InlineData(800, new[] { 80 })]
    [InlineData(899, new[] { 80 })]
    [InlineData(900, new[] { 90 })]
    [InlineData(950, new[] { 95 })]
    [InlineData(1000, new[] { 95 })]
    [InlineData(1200, new int[0])]
    public void Fill_ReachingThresholds_TellsTheHighest(int input, int[] thresholds)
    {
        Assert.Equal(thresholds, ThresholdsOf(Make.Inference(0, input: input)));
    }

    [Fact]
    public void Threshold_Event_SaysHowFull()
    {
        var events = _world.Commit(Make.Inference(0, input: 950)).OfType(EventTypes.ContextThreshold);

        Assert.Equal([EventSeverity.Critical], events.Select(happened => happened.Severity));
        Assert.Equal("""{"threshold":95,"used":950,"max":1000,"ratio":0.95}""", events[0].Data);
        Assert.Equal("Context is 95% full: 950 of 1000 tokens.", events[0].Message);
        Assert.Equal(0.95, _world.Session.ContextPeakRatio);
    }

    [Fact]
    public void Threshold_StillReached_IsNotReportedAgain()
    {
        ThresholdsOf(Make.Inference(0, input: 850));

        Assert.Empty(ThresholdsOf(Make.Inference(1, input: 870), Make.Inference(2, input: 800)));
        Assert.Equal([90], ThresholdsOf(Make.Inference(3, input: 910)));
    }

    [Fact]
    public void Threshold_FallenBelow_IsReportedAgain()
    {
        ThresholdsOf(Make.Inference(0, input: 910));

        Assert.Equal([90], ThresholdsOf(Make.Inference(1, input: 850), Make.Inference(2, input: 900)));
        Assert.Equal([80], ThresholdsOf(Make.Inference(3, input: 799), Make.Inference(4, input: 801)));
    }

    [Fact]
    public void Threshold_LateInference_IsNotReported()
    {
        ThresholdsOf(Make.Inference(10, input: 100));

        Assert.Empty(ThresholdsOf(Make.Inference(5, input: 990)));
        Assert.Equal((100, 0.99), (Conversation.Context!.Value.Used, _world.Session.ContextPeakRatio));
    }

    [Fact]
    public void Threshold_WindowNotKnown_IsNeverGuessed()
    {
        ThresholdsOf(Make.Inference(0, input: 850));

        Assert.Empty(ThresholdsOf(Make.Inference(1, input: 990, max: null), Make.Inference(2, input: 860)));
        Assert.Null(new ContextFill(5, null).Ratio);
    }

    [Fact]
    public void Threshold_OtherConversation_HasItsOwn()
    {
        ThresholdsOf(Make.Inference(0, input: 850));

        Assert.Equal([80], ThresholdsOf(Make.Inference(1, input: 850, conversation: "c-2")));
        Assert.Equal(2, _world.Session.Conversations);
    }

    [Fact]
    public void Threshold_NoConversationNamed_FollowsTheUnnamedChain()
    {
        Assert.Equal([80], ThresholdsOf(Make.Inference(0, input: 850, conversation: null)));
        Assert.Equal([80], ThresholdsOf(Make.Inference(1, input: 700, conversation: null), Make.Inference(2, input: 850, conversation: null)));
        Assert.Equal("", Conversation.ConversationId);
    }

    [Fact]
    public void Threshold_SeveralAgentsTakeTurns_IsReportedOnce()
    {
        ThresholdsOf(Make.Inference(0, input: 850, agent: "planner"), Make.Inference(1, input: 50, agent: "coder"));

        Assert.Empty(ThresholdsOf(Make.Inference(2, input: 850, agent: "planner"), Make.Inference(3, input: 60, agent: "coder")));
        Assert.Equal(ConversationState.SeveralAgents, Conversation.Agent);
    }

    [Fact]
    public void Threshold_OfTheOptions_ReplaceTheDefaults()
    {
        var world = new World(new DeriveOptions { ContextThresholds = { 50, 20 } });

        var events = world.Commit(Make.Inference(0, input: 600)).OfType(EventTypes.ContextThreshold);

        Assert.Equal([50], events.Select(ThresholdOf));
    }

    [Fact]
    public void Fill_FallsByMoreThanHalf_IsACompaction()
    {
        ThresholdsOf(Make.Inference(0, input: 900));

        var compacted = Assert.Single(_world.Commit(Make.Inference(1, input: 449)));

        Assert.Equal((EventTypes.ContextCompacted, EventSeverity.Info), (compacted.Type, compacted.Severity));
        Assert.Equal("""{"before":900,"after":449}""", compacted.Data);
        Assert.Equal("Context was compacted from 900 to 449 tokens.", compacted.Message);
        Assert.Equal([90], ThresholdsOf(Make.Inference(2, input: 900)));
    }

    [Theory]
    [InlineData("half of it", 450, "kimi", "c-1", "planner")]
    [InlineData("another model", 100, "glm", "c-1", "planner")]
    [InlineData("another agent", 100, "kimi", "c-1", "coder")]
    [InlineData("another conversation", 100, "kimi", "c-2", "planner")]
    public void Fill_FallsForAnotherReason_IsNoCompaction(string reason, int input, string model, string conversation, string agent)
    {
        _world.Commit(Make.Inference(0, input: 900, agent: "planner"));

        var events = _world.Commit(Make.Inference(1, model, input, conversation: conversation, agent: agent));

        Assert.True(events.OfType(EventTypes.ContextCompacted).Length == 0, reason);
    }

    [Fact]
    public void Fill_FallsInTheUnnamedChain_IsNoCompaction()
    {
        _world.Commit(Make.Inference(0, input: 900, conversation: null));

        Assert.Empty(_world.Commit(Make.Inference(1, input: 100, conversation: null)));
    }

    [Fact]
    public void Compaction_Signalled_IsReportedOnceAndRearmsThresholds()
    {
        ThresholdsOf(Make.Inference(0, input: 900));

        var events = _world.Commit(Compaction(1, 900, 200), Make.Inference(2, input: 210));

        Assert.Equal("""{"before":900,"after":200}""", Assert.Single(events).Data);
        Assert.Equal([90], ThresholdsOf(Make.Inference(3, input: 900)));
    }

    [Fact]
    public void Compaction_SignalledWithoutSizes_TakesWhatIsKnown()
    {
        _world.Commit(Make.Inference(0, input: 900));

        var onInference = Make.Inference(1, input: 150) with { Compaction = new Compaction(null, null) };
        Assert.Equal("""{"before":900,"after":150}""", Assert.Single(_world.Commit(onInference)).Data);
        Assert.Equal("""{"before":150,"after":null}""", Assert.Single(_world.Commit(Compaction(2, null, null))).Data);
    }

    [Fact]
    public void Compaction_SignalledLate_IsNotReported()
    {
        _world.Commit(Make.Inference(10, input: 900));

        Assert.Empty(_world.Commit(Compaction(5, 900, 200)));
        Assert.Equal((short)90, Conversation.ThresholdRaised);
    }

    private static Operation Compaction(double second, int? before, int? after) =>
        Make.Operation(second, Make.Series(OperationKind.Other, operation: "compact")) with
        {
            ConversationId = "c-1",
            Compaction = new Compaction(before, after),
        };

    private static int ThresholdOf(SessionEvent happened) => int.Parse(happened.Data.Split(':', ',')[1], System.Globalization.CultureInfo.InvariantCulture);

    private IEnumerable<int> ThresholdsOf(params Operation[] operations) =>
        _world.Commit(operations).OfType(EventTypes.ContextThreshold).Select(ThresholdOf);
}
