using System.Diagnostics;
using Microsoft.Extensions.AI;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.AI;

/// <summary>
/// The recording of one chat client call: as an inference of ours, or on the span of another instrumentation that directly encloses
/// it.
/// </summary>
internal sealed class ChatCall(InferenceOperation operation, Activity? around, string? conversation) : IDisposable
{
    private TokenUsage _usage;

    public InferenceOperation Operation => operation;

    private bool IsObserved => operation.IsRecording || around is not null;

    public void Answered(ChatResponse response)
    {
        if (!IsObserved)
            return;

        operation.SetResponse(response.ModelId, response.ResponseId, response.FinishReason?.Value);
        Continued(response.ConversationId);
        if (response.Usage is { } usage)
            Used(usage);
        if (operation.CapturesContent)
            operation.SetOutput(ChatContent.Write(response.Messages));
    }

    public void Received(ChatResponseUpdate update)
    {
        operation.ChunkReceived();
        operation.SetResponse(update.ModelId, update.ResponseId, update.FinishReason?.Value);
        Continued(update.ConversationId);
    }

    /// <summary>The usage so far.</summary>
    public void Used(UsageDetails usage)
    {
        _usage = ChatAnswer.Read(usage);
        operation.SetUsage(_usage);
    }

    public void Failed(Exception exception, CancellationToken cancellationToken) => operation.SetError(exception, cancellationToken);

    public void Dispose()
    {
        if (around is not null)
            Guard.Run(static call => OtherInstrumentation.Complete(call.around, call._usage), (around, _usage), "adding to a span");
        operation.Dispose();
    }

    /// <summary>A service that stores the history returns the conversation's id: with the first response, or a new one with each response.</summary>
    private void Continued(string? conversationId)
    {
        if (conversationId is null)
            return;

        ConversationChain.Follow(conversation, conversationId);
        if (conversation is null && operation.Activity?.GetTagItem(GenAiAttributes.ConversationId) is null)
            operation.SetAttribute(GenAiAttributes.ConversationId, conversationId);
    }
}
