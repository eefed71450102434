using System.Diagnostics;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Metrics;
using Tidemark.Instrumentation.Sessions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation;

/// <summary>An agent's run; operations during it belong to that agent.</summary>
public sealed class AgentOperation : TidemarkOperation
{
    internal static readonly AgentOperation None = new();

    private readonly string? _agent;
    private readonly AgentRun? _run;

    private AgentOperation()
    {
    }

    internal AgentOperation(RecordingRules rules, in Identity identity, DateTimeOffset startTime)
        : base(rules, string.Concat(GenAiOperations.InvokeAgent, " ", identity.Agent), ActivityKind.Internal, identity, startTime)
    {
        _agent = identity.Agent;
        _run = AgentRun.Begin(identity);
        if (Activity is { IsAllDataRequested: true } activity)
            activity.AddKnown(GenAiAttributes.OperationName, GenAiOperations.InvokeAgent);
    }

    internal static bool IsObserved => TidemarkSource.Activities.HasListeners() || RunMetrics.IsAgentEnabled || AgentCallMetrics.IsEnabled;

    /// <inheritdoc/>
    private protected override void WriteMetrics(double seconds)
    {
        _run?.End();
        RunMetrics.RecordAgent(_agent, ErrorType, seconds);
    }
}
