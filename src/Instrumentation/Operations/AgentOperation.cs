using System.Diagnostics;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Sessions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation;

/// <summary>A run of an agent; what happens during it is recorded as that agent's work.</summary>
public sealed class AgentOperation : TidemarkOperation
{
    internal static readonly AgentOperation None = new();

    private AgentOperation()
    {
    }

    internal AgentOperation(in Identity identity, DateTimeOffset startTime)
        : base($"{GenAiOperations.InvokeAgent} {identity.Agent}", ActivityKind.Internal, identity, startTime) =>
        AddTag(GenAiAttributes.OperationName, GenAiOperations.InvokeAgent);

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
