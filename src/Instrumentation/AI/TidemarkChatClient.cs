using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Sessions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.AI;

/// <summary>Records each call to a chat client as an inference of the current session.</summary>
internal sealed class TidemarkChatClient : DelegatingChatClient
{
    private readonly TidemarkClient _tidemark;
    private readonly ChatClientMetadata? _metadata;

    public TidemarkChatClient(IChatClient inner, TidemarkClient tidemark)
        : base(inner)
    {
        _tidemark = tidemark;
        _metadata = Guard.Run(static client => client.GetService<ChatClientMetadata>(), inner, "reading a chat client's metadata");
    }

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var call = Start(options);
        messages = ChatContent.GiveInput(call.Operation, messages, options);
        try
        {
            var response = await base.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
            Guard.Run(static read => read.call.Answered(read.response), (call, response), "reading a chat response");
            return response;
        }
        catch (Exception exception)
        {
            call.Failed(exception, cancellationToken);
            throw;
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var call = Start(options);
        call.Operation.SetStreaming();
        messages = ChatContent.GiveInput(call.Operation, messages, options);
        var answer = new StreamedAnswer(call);
        try
        {
            var updates = Open(call, messages, options, cancellationToken);
            await using (updates.ConfigureAwait(false))
            {
                while (await AdvanceAsync(call, updates, cancellationToken).ConfigureAwait(false))
                {
                    Guard.Run(static read => read.answer.Add(read.updates.Current), (answer, updates), "reading a streamed chat response");
                    yield return updates.Current;

                    // The span does not flow to the consumer; after a yield it has to be restored.
                    if (call.Operation.Activity is { } activity)
                        Activity.Current = activity;
                }
            }
        }
        finally
        {
            // The stream may have failed, or its consumer may have stopped: the chunks received so far count.
            Guard.Run(static streamed => streamed.Complete(), answer, "writing a streamed chat response");
        }
    }

    /// <summary>An outer function-invoking client records its tool runs with the source that it gets here.</summary>
    public override object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ActivitySource) && serviceKey is null
            ? TidemarkSource.Lent
            : base.GetService(serviceType, serviceKey);

    private static async ValueTask<bool> AdvanceAsync(
        ChatCall call, IAsyncEnumerator<ChatResponseUpdate> updates, CancellationToken cancellationToken)
    {
        try
        {
            return await updates.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            call.Failed(exception, cancellationToken);
            throw;
        }
    }

    private IAsyncEnumerator<ChatResponseUpdate> Open(
        ChatCall call, IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        try
        {
            return base.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        }
        catch (Exception exception)
        {
            call.Failed(exception, cancellationToken);
            throw;
        }
    }

    private ChatCall Start(ChatOptions? options)
    {
        if (OtherInstrumentation.CallAround(GenAiOperations.Chat) is { } around)
        {
            // These spans have no agent name from us.
            AgentRun.CountInference(_tidemark.Current.Id);
            return new ChatCall(InferenceOperation.None, around, conversation: null);
        }

        Guard.Run(static _ => OtherInstrumentation.MarkOrchestration(), this, "finding the calls around");
        var conversation = ConversationChain.First(options?.ConversationId);
        var operation = _tidemark.Current.StartInference(
            options?.ModelId ?? _metadata?.DefaultModelId ?? string.Empty, _metadata?.ProviderName, conversation);
        OtherInstrumentation.MarkWhole(operation.Activity);
        if (operation.IsRecording && options is not null)
            ChatRequest.Record(operation, options);
        return new ChatCall(operation, around: null, conversation);
    }
}
