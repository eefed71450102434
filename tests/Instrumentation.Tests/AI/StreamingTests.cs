using System.Diagnostics;
using Microsoft.Extensions.AI;
using Tidemark.Instrumentation.Tests.Testing;

namespace Tidemark.Instrumentation.Tests.AI;

public sealed class StreamingTests : IDisposable
{
    private static readonly ChatResponseUpdate[] Updates =
    [
        new(ChatRole.Assistant, "an ") { ModelId = "answering-model", ResponseId = "r-1" },
        new(ChatRole.Assistant, "answer") { FinishReason = ChatFinishReason.Stop },
        new(ChatRole.Assistant, [new UsageContent(new UsageDetails { InputTokenCount = 812 })]),
        new(ChatRole.Assistant, [new UsageContent(new UsageDetails { OutputTokenCount = 96 })]),
    ];

    private readonly SpanRecorder _spans = new();
    private readonly TidemarkClient _tidemark = new(options: new TidemarkOptions { CaptureContent = true });
    private readonly string _id = Guid.NewGuid().ToString();

    public void Dispose() => _spans.Dispose();

    [Fact]
    public async Task Stream_ReadToItsEnd_IsOneInference()
    {
        using var client = new FakeChatClient { Updates = Updates }.UseTidemark(_tidemark);
        var text = string.Empty;
        using (_tidemark.StartSession(_id))
        {
            var around = Activity.Current;
            await foreach (var update in client.GetStreamingResponseAsync("a question", new ChatOptions { ConversationId = "c-1" }))
            {
                Assert.Same(around, Activity.Current);
                text += update.Text;
            }

            Assert.Same(around, Activity.Current);
        }

        Assert.Equal("an answer", text);
        var span = Assert.Single(_spans.Of(_id));
        Assert.Equal(true, span.GetTagItem("gen_ai.request.stream"));
        Assert.Equal((812L, 96L), (span.GetTagItem("gen_ai.usage.input_tokens"), span.GetTagItem("gen_ai.usage.output_tokens")));
        Assert.Equal(
            ("answering-model", "r-1", "c-1"), (span.Text("gen_ai.response.model"), span.Text("gen_ai.response.id"), span.Text("gen_ai.conversation.id")));
        Assert.IsType<double>(span.GetTagItem("gen_ai.response.time_to_first_chunk"));
        Assert.Contains("an answer", span.Text("gen_ai.output.messages"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stream_LeftHalfWay_KeepsWhatItReported()
    {
        using var client = new FakeChatClient { Updates = Updates }.UseTidemark(_tidemark);
        using (_tidemark.StartSession(_id))
        {
            await foreach (var _ in client.GetStreamingResponseAsync("a question"))
                break;
        }

        var span = Assert.Single(_spans.Of(_id));
        Assert.Equal("answering-model", span.Text("gen_ai.response.model"));
        Assert.Null(span.GetTagItem("gen_ai.usage.output_tokens"));
        Assert.Equal("""[{"role":"assistant","parts":[{"type":"text","content":"an "}]}]""", span.Text("gen_ai.output.messages"));
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
    }

    [Fact]
    public async Task Stream_CancelledHalfWay_IsAFailure()
    {
        using var client = new FakeChatClient { Updates = Updates }.UseTidemark(_tidemark);
        using var cancellation = new CancellationTokenSource();
        using (_tidemark.StartSession(_id))
        {
            await Assert.ThrowsAsync<OperationCanceledException>(async () =>
            {
                await foreach (var _ in client.GetStreamingResponseAsync("a question", cancellationToken: cancellation.Token))
                    await cancellation.CancelAsync();
            });
        }

        var span = Assert.Single(_spans.Of(_id));
        Assert.Equal("cancelled", span.Text("error.type"));
        Assert.NotNull(span.GetTagItem("gen_ai.response.time_to_first_chunk"));
    }

    [Fact]
    public async Task Stream_BreaksHalfWay_ThrowsAndTells()
    {
        using var client = new FakeChatClient { Updates = Updates, Failure = new HttpRequestException() }.UseTidemark(_tidemark);
        using (_tidemark.StartSession(_id))
        {
            await Assert.ThrowsAsync<HttpRequestException>(async () =>
            {
                await foreach (var _ in client.GetStreamingResponseAsync("a question"))
                {
                }
            });
        }

        var span = Assert.Single(_spans.Of(_id));
        Assert.Equal("connection_error", span.Text("error.type"));
        Assert.Equal(96L, span.GetTagItem("gen_ai.usage.output_tokens"));
        Assert.Contains("an answer", span.Text("gen_ai.output.messages"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stream_ContentCannotBeReadAgain_AppReadsItToItsEnd()
    {
        var update = new ChatResponseUpdate { Contents = new ReadableOnce { new TextContent("an answer") }, ModelId = "answering-model" };
        using var client = new FakeChatClient { Updates = [update] }.UseTidemark(_tidemark);
        var chunks = 0;
        using (_tidemark.StartSession(_id))
        {
            await foreach (var _ in client.GetStreamingResponseAsync("a question"))
                chunks++;
        }

        var span = Assert.Single(_spans.Of(_id));
        Assert.Equal((1, "answering-model", ActivityStatusCode.Unset), (chunks, span.Text("gen_ai.response.model"), span.Status));
    }

    private sealed class ReadableOnce : List<AIContent>, IEnumerable<AIContent>
    {
        private bool _wasRead;

        IEnumerator<AIContent> IEnumerable<AIContent>.GetEnumerator()
        {
            if (_wasRead)
                throw new InvalidOperationException("a list that can be read once");

            _wasRead = true;
            return GetEnumerator();
        }
    }
}
