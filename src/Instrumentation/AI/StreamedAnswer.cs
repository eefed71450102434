using Microsoft.Extensions.AI;

namespace Tidemark.Instrumentation.AI;

/// <summary>Gathers what the chunks of a streamed answer tell; a stream cut off half-way has told what it told.</summary>
internal sealed class StreamedAnswer(InferenceOperation call)
{
    /// <summary>Chunks are only kept where content is captured.</summary>
    private readonly List<ChatResponseUpdate>? _kept = call.CapturesContent ? [] : null;

    /// <summary>Providers tell usage once, at the end, or in parts that add up.</summary>
    private UsageDetails? _usage;

    public void Add(ChatResponseUpdate update)
    {
        if (!call.IsRecording)
            return;

        call.ChunkReceived();
        call.SetResponse(update.ModelId, update.ResponseId, update.FinishReason?.Value);
        ChatAnswer.SetConversation(call, update.ConversationId);
        foreach (var content in update.Contents)
        {
            if (content is UsageContent usage)
                Add(usage.Details);
        }

        _kept?.Add(update);
    }

    public void Complete()
    {
        if (_kept is not null)
            call.SetOutput(ChatContent.Write(_kept.ToChatResponse().Messages));
    }

    private void Add(UsageDetails usage)
    {
        _usage ??= new UsageDetails();
        _usage.Add(usage);
        call.SetUsage(ChatAnswer.Read(_usage));
    }
}
