using System.Diagnostics;
using Microsoft.Extensions.AI;
using Tidemark.Instrumentation.Tests.Testing;

namespace Tidemark.Instrumentation.Tests.AI;

public sealed class TidemarkChatClientTests : IDisposable
{
    private static readonly string[] Stop = ["stop"];
    private readonly SpanRecorder _spans = new();
    private readonly TidemarkClient _tidemark = new();
    private readonly string _id = Guid.NewGuid().ToString();

    public void Dispose() => _spans.Dispose();

    [Fact]
    public async Task GetResponse_Answered_IsAnInferenceOfTheSession()
    {
        using var client = new FakeChatClient
        {
            Response = new ChatResponse(new ChatMessage(ChatRole.Assistant, "an answer"))
            {
                ModelId = "answering-model",
                ResponseId = "r-1",
                FinishReason = ChatFinishReason.Stop,
                Usage = new UsageDetails
                {
                    InputTokenCount = 812,
                    OutputTokenCount = 96,
                    CachedInputTokenCount = 512,
                    ReasoningTokenCount = 40,
                    AdditionalCounts = new() { ["CacheCreationInputTokens"] = 100 },
                },
            },
        }.UseTidemark(_tidemark);
        var options = new ChatOptions { ConversationId = "c-1", MaxOutputTokens = 500, Temperature = 0.5f };
        using (_tidemark.StartSession(_id))
            await client.GetResponseAsync("a question", options);

        var span = Assert.Single(_spans.Of(_id));
        Assert.Equal("chat default-model", span.DisplayName);
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["session.id"] = _id,
                ["gen_ai.conversation.id"] = "c-1",
                ["gen_ai.operation.name"] = "chat",
                ["gen_ai.provider.name"] = "openai",
                ["gen_ai.request.model"] = "default-model",
                ["gen_ai.request.max_tokens"] = 500L,
                ["gen_ai.request.temperature"] = 0.5,
                ["gen_ai.response.model"] = "answering-model",
                ["gen_ai.response.id"] = "r-1",
                ["gen_ai.response.finish_reasons"] = Stop,
                ["gen_ai.usage.input_tokens"] = 812L,
                ["gen_ai.usage.output_tokens"] = 96L,
                ["gen_ai.usage.cache_read.input_tokens"] = 512L,
                ["gen_ai.usage.cache_write.input_tokens"] = 100L,
                ["gen_ai.usage.reasoning.output_tokens"] = 40L,
            },
            span.Attributes());
    }

    [Fact]
    public async Task GetResponse_ServiceKeepsTheHistory_TakesItsConversation()
    {
        using var client = new FakeChatClient { Response = new ChatResponse { ConversationId = "given" } }.UseTidemark(_tidemark);
        using (_tidemark.StartSession(_id))
            await client.GetResponseAsync("a question", new ChatOptions { ModelId = "other" });

        var span = Assert.Single(_spans.Of(_id));
        Assert.Equal(("chat other", "given"), (span.DisplayName, span.Text("gen_ai.conversation.id")));
    }

    [Fact]
    public async Task GetResponse_Fails_ThrowsAndTells()
    {
        using var client = new FakeChatClient { Failure = new InvalidOperationException("the prompt was: secret") }.UseTidemark(_tidemark);
        using (_tidemark.StartSession(_id))
            await Assert.ThrowsAsync<InvalidOperationException>(() => client.GetResponseAsync("a question"));

        var span = Assert.Single(_spans.Of(_id));
        Assert.Equal("System.InvalidOperationException", span.Text("error.type"));
        Assert.Equal((ActivityStatusCode.Error, null), (span.Status, span.StatusDescription));
    }

    [Fact]
    public async Task GetResponse_FailsWithMembersThatThrow_ThrowsTheClientsException()
    {
        var tidemark = new TidemarkClient(options: new TidemarkOptions { CaptureExceptionMessages = true });
        using var client = new FakeChatClient { Failure = new BrokenException() }.UseTidemark(tidemark);
        using (tidemark.StartSession(_id))
            await Assert.ThrowsAsync<BrokenException>(() => client.GetResponseAsync("a question"));

        Assert.Equal(typeof(BrokenException).FullName, Assert.Single(_spans.Of(_id)).Text("error.type"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GetResponse_Content_IsRecordedOnlyWhenAskedFor(bool captures)
    {
        var fake = new FakeChatClient();
        var tidemark = new TidemarkClient(options: new TidemarkOptions { CaptureContent = captures });
        using var client = fake.UseTidemark(tidemark);
        using (tidemark.StartSession(_id))
            await client.GetResponseAsync(Once(), new ChatOptions { Instructions = "be brief" });

        var span = Assert.Single(_spans.Of(_id));
        Assert.Equal(1, fake.TimesRead);
        Assert.Equal(
            captures ? """[{"role":"user","parts":[{"type":"text","content":"a question"},{"type":"tool_call","id":"call_1","name":"search"}]}]""" : null,
            span.Text("gen_ai.input.messages"));
        Assert.Equal(captures ? """[{"type":"text","content":"be brief"}]""" : null, span.Text("gen_ai.system_instructions"));
        Assert.Equal(captures ? """[{"role":"assistant","parts":[{"type":"text","content":"an answer"}]}]""" : null, span.Text("gen_ai.output.messages"));

        static IEnumerable<ChatMessage> Once()
        {
            yield return new ChatMessage(ChatRole.User, [new TextContent("a question"), new FunctionCallContent("call_1", "search")]);
        }
    }

    [Fact]
    public async Task UseTidemark_Twice_RecordsOnce()
    {
        using var client = new FakeChatClient().UseTidemark(_tidemark).UseTidemark(_tidemark);
        using (_tidemark.StartSession(_id))
            await client.GetResponseAsync("a question");

        Assert.Single(_spans.Of(_id));
    }
}
