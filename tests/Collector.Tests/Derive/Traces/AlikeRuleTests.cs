using Tidemark.Collector.Derive.Traces.Rules;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Tests.Derive.Testing;

namespace Tidemark.Collector.Tests.Derive.Traces;

public sealed class AlikeRuleTests
{
    private static readonly Operation Outer = Make.Inference(0, conversation: null) with
    {
        Reporter = 7,
        Duration = TimeSpan.FromSeconds(10),
        UserId = "u-1",
        SessionId = "s-1",
    };
    private static readonly Operation Inner = Outer with
    {
        Reporter = 8,
        Duration = TimeSpan.FromSeconds(1),
        Key = Outer.Key with { TraceId = new TraceId(9, 9) },
    };

    /// <summary>Calls of a busy service match by chance once in a hundred thousand.</summary>
    [Theory]
    [InlineData("u-1", "s-1", null, true)]
    [InlineData(null, null, null, true)]
    [InlineData("u-1", "c-1", "c-1", true)]
    [InlineData("u-2", "s-1", null, false)]
    [InlineData("u-1", "s-2", null, false)]
    public void MayMirror_AlikeCallsOfOneService_AreOfOneUserAndSession(string? user, string? session, string? conversation, bool expected) =>
        Assert.Equal(expected, AlikeRule.MayMirror(Outer, Inner with { UserId = user, SessionId = session, ConversationId = conversation }));

    /// <summary>A gateway's spans carry its own labels only.</summary>
    [Fact]
    public void MayMirror_OtherUserAtTheGateway_MayBeTheCall() =>
        Assert.True(AlikeRule.MayMirror(Outer, Inner with { UserId = "key-1", Series = Inner.Series with { Service = "gateway" } }));
}
