using Microsoft.Extensions.AI;
using Tidemark.Conventions;

namespace Tidemark.Instrumentation.AI;

/// <summary>Tells what came of a chat call.</summary>
internal static class ChatAnswer
{
    /// <summary>
    /// Cache writes have no property of their own yet; providers put them among the additional counts under their own names.
    /// </summary>
    private static readonly string[] CacheWriteCounts =
        ["CacheCreationInputTokens", "cache_creation_input_tokens", "CacheWriteInputTokens", "cache_write_input_tokens"];

    public static void Tell(InferenceOperation call, ChatResponse response)
    {
        if (!call.IsRecording)
            return;

        call.SetResponse(response.ModelId, response.ResponseId, response.FinishReason?.Value);
        SetConversation(call, response.ConversationId);
        if (response.Usage is { } usage)
            call.SetUsage(Read(usage));
        if (call.CapturesContent)
            call.SetOutput(ChatContent.Write(response.Messages));
    }

    public static TokenUsage Read(UsageDetails usage) => new(
        usage.InputTokenCount, usage.OutputTokenCount, usage.CachedInputTokenCount, CacheWrite(usage), usage.ReasoningTokenCount);

    /// <summary>A service that keeps the history names the conversation in its answer, the first time.</summary>
    public static void SetConversation(InferenceOperation call, string? conversationId)
    {
        if (conversationId is not null && call.Activity?.GetTagItem(GenAiAttributes.ConversationId) is null)
            call.SetAttribute(GenAiAttributes.ConversationId, conversationId);
    }

    private static long? CacheWrite(UsageDetails usage)
    {
        if (usage.AdditionalCounts is not { } counts)
            return null;

        foreach (var name in CacheWriteCounts)
        {
            if (counts.TryGetValue(name, out var tokens))
                return tokens;
        }

        return null;
    }
}
