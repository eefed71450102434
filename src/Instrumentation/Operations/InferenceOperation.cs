using System.Diagnostics;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Sessions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation;

/// <summary>A call to a language model.</summary>
public sealed class InferenceOperation : TidemarkOperation
{
    internal static readonly InferenceOperation None = new();

    private readonly ModelCall _call;
    private TokenUsage _usage;
    private string? _responseModel;
    private string? _responseId;
    private string? _finishReason;
    private double? _timeToFirstChunk;
    private long? _contextMax;
    private double? _costUsd;
    private (long Before, long After)? _compaction;

    private InferenceOperation() => _call = new ModelCall(GenAiOperations.Chat, string.Empty, null);

    internal InferenceOperation(ModelCall call, in Identity identity, DateTimeOffset startTime)
        : base(call.SpanName, ActivityKind.Client, identity, startTime)
    {
        _call = call;
        if (Activity is { IsAllDataRequested: true } activity)
            call.AddTags(activity);
    }

    internal static bool IsObserved => TidemarkSource.Activities.HasListeners() || InferenceMetrics.IsEnabled;

    /// <summary>Tells what the call used; may be told again, as a streamed response does: what is told last counts.</summary>
    /// <param name="usage">Tokens; <see langword="null"/> parts leave what was told before.</param>
    public void SetUsage(TokenUsage usage) => _usage = new TokenUsage(
        usage.Input ?? _usage.Input,
        usage.Output ?? _usage.Output,
        usage.CacheRead ?? _usage.CacheRead,
        usage.CacheWrite ?? _usage.CacheWrite,
        usage.Reasoning ?? _usage.Reasoning);

    /// <summary>Tells what the provider answered with.</summary>
    /// <param name="model">The model that answered, where it differs from the one asked for.</param>
    /// <param name="id">The provider's id of the response.</param>
    /// <param name="finishReason">Why generation stopped: <c>stop</c>, <c>length</c>, <c>tool_call</c>, ...</param>
    public void SetResponse(string? model = null, string? id = null, string? finishReason = null)
    {
        _responseModel = model ?? _responseModel;
        _responseId = id ?? _responseId;
        _finishReason = finishReason ?? _finishReason;
    }

    /// <summary>Tells how long the first chunk of a streamed response took.</summary>
    /// <param name="elapsed">From the request to the first chunk.</param>
    public void SetTimeToFirstChunk(TimeSpan elapsed) => _timeToFirstChunk = elapsed.TotalSeconds;

    /// <summary>Tells the size of the model's context window.</summary>
    /// <param name="tokens">Tokens that input and output share.</param>
    public void SetContextWindow(long tokens) => _contextMax = tokens;

    /// <summary>Tells what the call cost, where the provider says so.</summary>
    /// <param name="usd">US dollars.</param>
    public void SetCost(decimal usd) => _costUsd = (double)usd;

    /// <summary>Tells that the conversation was compacted for this call.</summary>
    /// <param name="before">Context before, tokens.</param>
    /// <param name="after">Context after, tokens.</param>
    public void SetCompaction(long before, long after) => _compaction = (before, after);

    /// <inheritdoc/>
    private protected override void WriteSpan(Activity activity)
    {
        AddTag(GenAiAttributes.ResponseModel, _responseModel);
        AddTag(GenAiAttributes.ResponseId, _responseId);
        if (_finishReason is not null)
            activity.AddTag(GenAiAttributes.ResponseFinishReasons, new[] { _finishReason });
        AddTag(activity, GenAiAttributes.ResponseTimeToFirstChunk, _timeToFirstChunk);
        UsageTags.Add(activity, _usage);
        AddTag(activity, TidemarkAttributes.ContextMax, _contextMax);
        AddTag(activity, TidemarkAttributes.CostUsd, _costUsd);
        if (_compaction is { } compaction)
        {
            activity.AddTag(GenAiAttributes.ConversationCompacted, true);
            activity.AddTag(TidemarkAttributes.ContextBefore, compaction.Before);
            activity.AddTag(TidemarkAttributes.ContextAfter, compaction.After);
        }
    }

    /// <inheritdoc/>
    private protected override void WriteMetrics(double seconds) =>
        InferenceMetrics.Record(_call, _usage, _responseModel, ErrorType, seconds);
}
