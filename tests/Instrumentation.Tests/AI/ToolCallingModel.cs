using Microsoft.Extensions.AI;

namespace Tidemark.Instrumentation.Tests.AI;

/// <summary>A model that calls a tool once, then answers.</summary>
internal sealed class ToolCallingModel(string tool) : IChatClient
{
    private readonly ChatClientMetadata _metadata = new("openai", new Uri("https://models.invalid/v1"), "default-model");

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var hasRun = messages.SelectMany(message => message.Contents).OfType<FunctionResultContent>().Any();
        return Task.FromResult(new ChatResponse(hasRun
            ? new ChatMessage(ChatRole.Assistant, "an answer")
            : new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("call_1", tool)])));
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? _metadata : null;

    public void Dispose()
    {
    }
}
