using System.Diagnostics;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Metrics;
using Tidemark.Instrumentation.Sessions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation;

/// <summary>A tool run requested by a model.</summary>
public sealed class ToolOperation : TidemarkOperation
{
    internal static readonly ToolOperation None = new();

    private readonly string _tool = string.Empty;
    private readonly string? _agent;

    private ToolOperation()
    {
    }

    internal ToolOperation(RecordingRules rules, string tool, string? callId, in Identity identity, DateTimeOffset startTime)
        : base(rules, string.Concat(GenAiOperations.ExecuteTool, " ", tool), ActivityKind.Internal, identity, startTime)
    {
        _tool = tool;
        _agent = identity.Agent;
        AgentRun.CountTool(identity.Session);
        if (Activity is not { IsAllDataRequested: true } activity)
            return;

        activity.AddKnown(GenAiAttributes.OperationName, GenAiOperations.ExecuteTool);
        activity.AddKnown(GenAiAttributes.ToolName, tool);
        activity.AddKnown(GenAiAttributes.ToolCallId, callId);
    }

    internal static bool IsObserved => TidemarkSource.Activities.HasListeners() || RunMetrics.IsToolEnabled || AgentCallMetrics.IsToolEnabled;

    /// <summary>Records the tool's arguments, if <see cref="TidemarkOptions.CaptureContent"/> is set.</summary>
    /// <param name="arguments">The arguments, as JSON.</param>
    public void SetArguments(string arguments)
    {
        if (CapturesContent)
            SetAttribute(GenAiAttributes.ToolCallArguments, Rules.Admit(arguments));
    }

    /// <summary>Records the tool's result, if <see cref="TidemarkOptions.CaptureContent"/> is set.</summary>
    /// <param name="result">The result, as JSON or text.</param>
    public void SetResult(string result)
    {
        if (CapturesContent)
            SetAttribute(GenAiAttributes.ToolCallResult, Rules.Admit(result));
    }

    /// <inheritdoc/>
    private protected override void WriteMetrics(double seconds) => RunMetrics.RecordTool(_tool, _agent, ErrorType, seconds);
}
