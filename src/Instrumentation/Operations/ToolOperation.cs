using System.Diagnostics;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Sessions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation;

/// <summary>A tool run on a model's behalf.</summary>
public sealed class ToolOperation : TidemarkOperation
{
    internal static readonly ToolOperation None = new();

    private ToolOperation()
    {
    }

    internal ToolOperation(string tool, string? callId, in Identity identity, DateTimeOffset startTime)
        : base($"{GenAiOperations.ExecuteTool} {tool}", ActivityKind.Internal, identity, startTime)
    {
        if (Activity is not { IsAllDataRequested: true } activity)
            return;

        activity.AddTag(GenAiAttributes.OperationName, (object)GenAiOperations.ExecuteTool);
        activity.AddTag(GenAiAttributes.ToolName, (object)tool);
        AddTag(GenAiAttributes.ToolCallId, callId);
    }

    internal static bool IsObserved => TidemarkSource.Activities.HasListeners();

    /// <inheritdoc/>
    private protected override void WriteSpan(Activity activity)
    {
    }

    /// <inheritdoc/>
    private protected override void WriteMetrics(double seconds)
    {
    }
}
