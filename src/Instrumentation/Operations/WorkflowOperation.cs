using System.Diagnostics;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Metrics;
using Tidemark.Instrumentation.Sessions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation;

/// <summary>A workflow's run; operations during it belong to that workflow.</summary>
public sealed class WorkflowOperation : TidemarkOperation
{
    internal static readonly WorkflowOperation None = new();

    private readonly string? _workflow;

    private WorkflowOperation()
    {
    }

    internal WorkflowOperation(RecordingRules rules, in Identity identity, DateTimeOffset startTime)
        : base(rules, string.Concat(GenAiOperations.InvokeWorkflow, " ", identity.Workflow), ActivityKind.Internal, identity, startTime)
    {
        _workflow = identity.Workflow;
        if (Activity is { IsAllDataRequested: true } activity)
            activity.AddKnown(GenAiAttributes.OperationName, GenAiOperations.InvokeWorkflow);
    }

    internal static bool IsObserved => TidemarkSource.Activities.HasListeners() || RunMetrics.IsWorkflowEnabled;

    /// <inheritdoc/>
    private protected override void WriteMetrics(double seconds) => RunMetrics.RecordWorkflow(_workflow, ErrorType, seconds);
}
