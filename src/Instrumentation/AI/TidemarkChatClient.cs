using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Sessions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.AI;

/// <summary>Records each call to a chat client as an inference of the session around it.</summary>
internal sealed class TidemarkChatClient : DelegatingChatClient
{
    private readonly TidemarkClient _tidemark;
    private readonly ChatClientMetadata? _metadata;
    private readonly OtherInstrumentation _others;

    public TidemarkChatClient(IChatClient inner, TidemarkClient tidemark)
        : base(inner)
    {
        _tidemark = tidemark;
        _metadata = Guard.Run(static client => client.GetService<ChatClientMetadata>(), inner, "reading a chat client's metadata");
        _others = OtherInstrumentation.In(inner.GetService(typeof(ActivitySource)));
    }

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var call = Start(options);
        messages = ChatContent.GiveInput(call, messages, options);
        try
        {
            var response = await base.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
            Guard.Run(static told => ChatAnswer.Tell(told.call, told.response), (call, response), "reading a chat response");
            return response;
        }
        catch (Exception exception)
        {
            call.SetError(exception);
            throw;
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var call = Start(options);
        call.SetStreaming();
        messages = ChatContent.GiveInput(call, messages, options);
        var answer = new StreamedAnswer(call);
        var updates = Open(call, messages, options, cancellationToken);
        await using (updates.ConfigureAwait(false))
        {
            while (await AdvanceAsync(call, updates).ConfigureAwait(false))
            {
                Guard.Run(static told => told.answer.Add(told.updates.Current), (answer, updates), "reading a streamed chat response");
                yield return updates.Current;

                // The consumer's flow has no part in the span; ours has lost it meanwhile.
                if (call.Activity is { } activity)
                    Activity.Current = activity;
            }

            answer.Complete();
        }
    }

    /// <summary>A function-invoking client around this one records its tool runs under the source that it finds here.</summary>
    public override object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ActivitySource) && serviceKey is null
            ? TidemarkSource.Lent
            : base.GetService(serviceType, serviceKey);

    private static async ValueTask<bool> AdvanceAsync(InferenceOperation call, IAsyncEnumerator<ChatResponseUpdate> updates)
    {
        try
        {
            return await updates.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            call.SetError(exception);
            throw;
        }
    }

    private IAsyncEnumerator<ChatResponseUpdate> Open(
        InferenceOperation call, IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        try
        {
            return base.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        }
        catch (Exception exception)
        {
            call.SetError(exception);
            throw;
        }
    }

    private InferenceOperation Start(ChatOptions? options)
    {
        if (_others.RecordsThisCall(GenAiOperations.Chat))
        {
            // They know nothing of our agents.
            AgentRun.CountInference(_tidemark.Current.Id);
            return InferenceOperation.None;
        }

        var call = _tidemark.Current.StartInference(
            options?.ModelId ?? _metadata?.DefaultModelId ?? string.Empty, _metadata?.ProviderName, options?.ConversationId);
        if (call.IsRecording && options is not null)
            ChatRequest.Tell(call, options);
        return call;
    }
}
