using OpenTelemetry;
using Tidemark.Instrumentation.Tests.Testing;
using Tidemark.Testing;

namespace Tidemark.Instrumentation.Tests.AspNetCore;

/// <summary>Sessions that are propagated between apps.</summary>
public sealed class BaggageTests
{
    private readonly string _id = $"s 42/{Guid.NewGuid()}, ü";

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Call_ToAnotherApp_CarriesTheSessionIfBothSaySo(bool callerDoes, bool calledDoes)
    {
        var travels = callerDoes && calledDoes;
        await using var called = new WebApp();
        called.WithTidemark(options => options.PropagateSessions = calledDoes);
        var address = await called.StartAsync(() => Task.FromResult($"{called.Tidemark.Current.Id}|{called.Tidemark.Current.ConversationId}"));
        var calling = new TidemarkClient(options: new TidemarkOptions { PropagateSessions = callerDoes });

        using var http = new HttpClient();
        using var session = calling.StartSession(_id, user: "u-7", agent: "planner");
        using var conversation = session.StartConversation("c-1");
        using var tool = conversation.StartTool("call");
        var answer = await http.GetStringAsync(address);

        Assert.Equal(travels ? $"{_id}|c-1" : "|", answer);

        // Its span ends after the answer has left.
        var request = (await Eventually.GetAsync(
            () => Task.FromResult(called.Exported.All.SingleOrDefault(span => span.Source.Name == "Microsoft.AspNetCore"
                && span.TraceId == tool.Activity!.TraceId)),
            static span => span is not null))!;
        Assert.Equal(travels ? _id : null, request.Text("session.id"));
        Assert.Equal(travels ? "planner" : null, request.Text("gen_ai.agent.name"));
        Assert.Null(request.Text("user.id"));
    }

    [Fact]
    public void Session_Propagated_IsInTheBaggageWhileItLasts()
    {
        var tidemark = new TidemarkClient(new LogRecorder(), new TidemarkOptions { PropagateSessions = true });
        Baggage.Current = Baggage.Create(new() { ["theirs"] = "kept" });
        using (tidemark.StartSession(_id, user: "u-7", agent: "planner"))
        {
            Assert.Equal(
                new Dictionary<string, string> { ["theirs"] = "kept", ["session.id"] = _id, ["gen_ai.agent.name"] = "planner" },
                Baggage.GetBaggage());
        }

        Assert.Equal(["theirs"], Baggage.GetBaggage().Keys);
    }
}
