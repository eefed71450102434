using System.Diagnostics;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Sessions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation;

/// <summary>A run of a workflow; what happens during it is recorded as that workflow's work.</summary>
public sealed class WorkflowOperation : TidemarkOperation
{
    internal static readonly WorkflowOperation None = new();

    private WorkflowOperation()
    {
    }

    internal WorkflowOperation(in Identity identity, DateTimeOffset startTime)
        : base($"{GenAiOperations.InvokeWorkflow} {identity.Workflow}", ActivityKind.Internal, identity, startTime) =>
        AddTag(GenAiAttributes.OperationName, GenAiOperations.InvokeWorkflow);

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
