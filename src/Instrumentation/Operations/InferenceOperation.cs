using System.Diagnostics;
using Tidemark.Conventions;
using Tidemark.Instrumentation.AI;
using Tidemark.Instrumentation.Metrics;
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
    private long _lastChunk;
    private long? _contextMax;
    private double? _costUsd;
    private Compaction? _compaction;

    private InferenceOperation()
    {
    }

    internal InferenceOperation(RecordingRules rules, in ModelCall call, in Identity identity, DateTimeOffset startTime)
        : base(rules, call.SpanName, ActivityKind.Client, identity, startTime)
    {
        _call = call;
        AgentRun.CountInference(identity.Session);
        if (Activity is { IsAllDataRequested: true } activity)
            call.AddTags(activity, rules);
    }

    internal static bool IsObserved(RecordingRules rules) =>
        TidemarkSource.Activities.HasListeners()
        || InferenceMetrics.IsEnabled || ModelMetrics.IsFillEnabled || AgentCallMetrics.IsInferenceEnabled
        || (rules.UsesOlderNames && OlderMetrics.IsEnabled);

    /// <summary>Records token usage. Later calls replace earlier values, as for a streamed response.</summary>
    /// <param name="usage">Tokens; <see langword="null"/> parts keep earlier values.</param>
    public void SetUsage(TokenUsage usage)
    {
        if (IsRecording)
            _usage = usage.Or(_usage);
    }

    /// <summary>Records the provider's response; <see langword="null"/> parts keep earlier values.</summary>
    /// <param name="model">The model that answered, as the provider calls it.</param>
    /// <param name="id">The provider's id of the response.</param>
    /// <param name="finishReason">Why generation stopped: <c>stop</c>, <c>length</c>, <c>tool_call</c>, ...</param>
    public void SetResponse(string? model = null, string? id = null, string? finishReason = null)
    {
        if (!IsRecording)
            return;

        _responseModel = model ?? _responseModel;
        _responseId = id ?? _responseId;
        _finishReason = finishReason ?? _finishReason;
    }

    /// <summary>Records that the request asks for a streamed response.</summary>
    public void SetStreaming() => SetAttribute(GenAiAttributes.RequestStream, true);

    /// <summary>Records a chunk of a streamed response; the first one determines the time to the first chunk.</summary>
    public void ChunkReceived()
    {
        if (!IsRecording)
            return;

        var isFirst = _timeToFirstChunk is null;
        var seconds = _lastChunk == 0 ? SecondsSinceStart() : Clock.SecondsSince(_lastChunk);
        _timeToFirstChunk ??= seconds;
        _lastChunk = Stopwatch.GetTimestamp();
        Guard.Run(static chunk => chunk.self.RecordChunk(chunk.seconds, chunk.isFirst), (self: this, seconds, isFirst), "recording a chunk");
    }

    /// <summary>Records the time to the first chunk of a streamed response, if it was measured elsewhere.</summary>
    /// <param name="elapsed">From the request to the first chunk; negative values are ignored.</param>
    public void SetTimeToFirstChunk(TimeSpan elapsed)
    {
        if (!IsRecording || elapsed < TimeSpan.Zero)
            return;

        _timeToFirstChunk = elapsed.TotalSeconds;
        Guard.Run(static chunk => chunk.self.RecordChunk(chunk.TotalSeconds, isFirst: true), (self: this, elapsed.TotalSeconds), "recording a chunk");
    }

    /// <summary>Records the size of the model's context window.</summary>
    /// <param name="tokens">Tokens of input and output together; values below 1 are ignored.</param>
    public void SetContextWindow(long tokens)
    {
        if (IsRecording && tokens > 0)
            _contextMax = tokens;
    }

    /// <summary>Records the cost that the provider reports; otherwise the collector computes it.</summary>
    /// <param name="usd">US dollars.</param>
    public void SetCost(decimal usd)
    {
        if (IsRecording)
            _costUsd = (double)usd;
    }

    /// <summary>Records that the conversation's context was compacted for this call.</summary>
    /// <param name="before">Context before, in tokens.</param>
    /// <param name="after">Context after, in tokens.</param>
    public void SetCompaction(long before, long after)
    {
        if (IsRecording)
            _compaction = new Compaction(before, after);
    }

    /// <summary>Records the messages sent to the model, if <see cref="TidemarkOptions.CaptureContent"/> is set.</summary>
    /// <param name="messages">Messages as JSON, in the format of <c>gen_ai.input.messages</c>.</param>
    /// <param name="systemInstructions">Instructions as JSON, in the format of <c>gen_ai.system_instructions</c>.</param>
    public void SetInput(string messages, string? systemInstructions = null)
    {
        if (!CapturesContent)
            return;

        SetAttribute(GenAiAttributes.InputMessages, Rules.Admit(messages));
        SetAttribute(GenAiAttributes.SystemInstructions, Rules.Admit(systemInstructions));
    }

    /// <summary>Records the model's response, if <see cref="TidemarkOptions.CaptureContent"/> is set.</summary>
    /// <param name="messages">Messages as JSON, in the format of <c>gen_ai.output.messages</c>.</param>
    public void SetOutput(string messages)
    {
        if (CapturesContent)
            SetAttribute(GenAiAttributes.OutputMessages, Rules.Admit(messages));
    }

    /// <inheritdoc/>
    private protected override void WriteSpan(Activity activity)
    {
        if (OtherInstrumentation.InsideOf(activity) is { } inner)
            TakeOver(inner);
        activity.AddKnown(GenAiAttributes.ResponseModel, _responseModel);
        activity.AddKnown(GenAiAttributes.ResponseId, _responseId);
        if (_finishReason is not null)
            activity.AddTag(GenAiAttributes.ResponseFinishReasons, new[] { _finishReason });
        activity.AddKnown(GenAiAttributes.ResponseTimeToFirstChunk, _timeToFirstChunk);
        activity.AddUsage(_usage, Rules);
        activity.AddKnown(TidemarkAttributes.ContextMax, _contextMax);
        activity.AddKnown(TidemarkAttributes.CostUsd, _costUsd);
        if (_compaction is null)
            return;

        activity.AddTag(GenAiAttributes.ConversationCompacted, true);
        activity.AddTag(TidemarkAttributes.ContextBefore, _compaction.Before);
        activity.AddTag(TidemarkAttributes.ContextAfter, _compaction.After);
    }

    /// <inheritdoc/>
    private protected override void WriteMetrics(double seconds)
    {
        if (Rules.UsesCurrentNames && InferenceMetrics.IsEnabled)
            InferenceMetrics.Record(_call, new CallResult(seconds, _usage, _responseModel, ErrorType));
        if (Rules.UsesOlderNames && OlderMetrics.IsEnabled)
            OlderMetrics.Record(_call, new CallResult(seconds, _usage, _responseModel, ErrorType));
        ModelMetrics.RecordFill(_call, _usage.Input, _contextMax);
    }

    /// <summary>The provider's own instrumentation reported this call too; values not set here are taken from it.</summary>
    private void TakeOver(Activity inner)
    {
        _responseModel ??= inner.GetTagItem(GenAiAttributes.ResponseModel) as string;
        _responseId ??= inner.GetTagItem(GenAiAttributes.ResponseId) as string;
        _usage = _usage.Or(new TokenUsage(
            OtherInstrumentation.Tokens(inner, GenAiAttributes.UsageInputTokens),
            OtherInstrumentation.Tokens(inner, GenAiAttributes.UsageOutputTokens),
            OtherInstrumentation.Tokens(inner, GenAiAttributes.UsageCacheReadInputTokens),
            OtherInstrumentation.Tokens(inner, GenAiAttributes.UsageCacheWriteInputTokens),
            OtherInstrumentation.Tokens(inner, GenAiAttributes.UsageReasoningOutputTokens)));
    }

    private void RecordChunk(double seconds, bool isFirst)
    {
        if (Rules.UsesCurrentNames)
            InferenceMetrics.RecordChunk(_call, seconds, isFirst);
        if (Rules.UsesOlderNames)
            OlderMetrics.RecordChunk(_call, seconds, isFirst);
    }
}
