using System.Diagnostics;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Sessions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation;

/// <summary>A call that turns text into vectors.</summary>
public sealed class EmbeddingOperation : TidemarkOperation
{
    internal static readonly EmbeddingOperation None = new();

    private long? _inputTokens;
    private long? _dimensions;
    private string? _responseModel;

    private EmbeddingOperation()
    {
    }

    internal EmbeddingOperation(ModelCall call, in Identity identity, DateTimeOffset startTime)
        : base(call.SpanName, ActivityKind.Client, identity, startTime)
    {
        if (Activity is { IsAllDataRequested: true } activity)
            call.AddTags(activity);
    }

    internal static bool IsObserved => TidemarkSource.Activities.HasListeners();

    /// <summary>Tells what the call used.</summary>
    /// <param name="inputTokens">Tokens of all inputs.</param>
    public void SetUsage(long inputTokens) => _inputTokens = inputTokens;

    /// <summary>Tells what the provider answered with.</summary>
    /// <param name="model">The model that answered, where it differs from the one asked for.</param>
    /// <param name="dimensions">Length of each vector.</param>
    public void SetResponse(string? model = null, int? dimensions = null)
    {
        _responseModel = model ?? _responseModel;
        _dimensions = dimensions ?? _dimensions;
    }

    /// <inheritdoc/>
    private protected override void WriteSpan(Activity activity)
    {
        AddTag(GenAiAttributes.ResponseModel, _responseModel);
        AddTag(activity, GenAiAttributes.EmbeddingsDimensionCount, _dimensions);
        AddTag(activity, GenAiAttributes.UsageInputTokens, _inputTokens);
    }

    /// <inheritdoc/>
    private protected override void WriteMetrics(double seconds)
    {
    }
}
