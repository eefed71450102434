using System.Diagnostics;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Metrics;
using Tidemark.Instrumentation.Sessions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation;

/// <summary>A call that creates embeddings.</summary>
public sealed class EmbeddingOperation : TidemarkOperation
{
    internal static readonly EmbeddingOperation None = new();

    private readonly ModelCall _call;
    private long? _inputTokens;
    private long? _dimensions;
    private string? _responseModel;
    private double? _costUsd;

    private EmbeddingOperation()
    {
    }

    internal EmbeddingOperation(RecordingRules rules, in ModelCall call, in Identity identity, DateTimeOffset startTime)
        : base(rules, call.SpanName, ActivityKind.Client, identity, startTime)
    {
        _call = call;
        if (Activity is { IsAllDataRequested: true } activity)
            call.AddTags(activity, rules);
    }

    internal static bool IsObserved(RecordingRules rules) =>
        TidemarkSource.Activities.HasListeners() || ModelMetrics.IsEnabled || (rules.UsesOlderNames && OlderMetrics.IsEnabled);

    /// <summary>Records token usage.</summary>
    /// <param name="inputTokens">Tokens of all inputs.</param>
    public void SetUsage(long inputTokens)
    {
        if (IsRecording)
            _inputTokens = inputTokens;
    }

    /// <summary>Records the provider's response; <see langword="null"/> parts keep earlier values.</summary>
    /// <param name="model">The model that answered, as the provider calls it.</param>
    /// <param name="dimensions">Length of each vector.</param>
    public void SetResponse(string? model = null, int? dimensions = null)
    {
        if (!IsRecording)
            return;

        _responseModel = model ?? _responseModel;
        _dimensions = dimensions ?? _dimensions;
    }

    /// <summary>Records the cost that the provider reports; otherwise the collector computes it.</summary>
    /// <param name="usd">US dollars.</param>
    public void SetCost(decimal usd)
    {
        if (IsRecording)
            _costUsd = (double)usd;
    }

    /// <inheritdoc/>
    private protected override void WriteSpan(Activity activity)
    {
        activity.AddKnown(GenAiAttributes.ResponseModel, _responseModel);
        activity.AddKnown(GenAiAttributes.EmbeddingsDimensionCount, _dimensions);
        activity.AddKnown(GenAiAttributes.UsageInputTokens, _inputTokens);
        activity.AddKnown(TidemarkAttributes.CostUsd, _costUsd);
    }

    /// <inheritdoc/>
    private protected override void WriteMetrics(double seconds)
    {
        var result = new CallResult(seconds, new TokenUsage(_inputTokens), _responseModel, ErrorType);
        if (Rules.UsesOlderNames)
            OlderMetrics.Record(_call, result);
        else
            ModelMetrics.RecordEmbedding(_call, result);
    }
}
