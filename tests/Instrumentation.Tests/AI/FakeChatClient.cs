using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Tidemark.Instrumentation.Tests.AI;

/// <summary>A model with given answers.</summary>
internal sealed class FakeChatClient : IChatClient
{
    private readonly ChatClientMetadata _metadata = new("openai", new Uri("https://models.invalid/v1"), "default-model");

    public ChatResponse Response { get; init; } = new(new ChatMessage(ChatRole.Assistant, "an answer"));

    public IReadOnlyList<ChatResponseUpdate> Updates { get; init; } = [];

    public Exception? Failure { get; init; }

    public int TimesRead { get; private set; }

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        TimesRead += messages.Count();
        return Failure is null ? Response : throw Failure;
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in Updates)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return update;
        }

        if (Failure is not null)
            throw Failure;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? _metadata : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }
}
