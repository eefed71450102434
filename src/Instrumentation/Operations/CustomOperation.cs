using System.Diagnostics;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Sessions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation;

/// <summary>A custom operation.</summary>
public sealed class CustomOperation : TidemarkOperation
{
    internal static readonly CustomOperation None = new();

    private CustomOperation()
    {
    }

    internal CustomOperation(RecordingRules rules, string name, in Identity identity, DateTimeOffset startTime)
        : base(rules, name, ActivityKind.Internal, identity, startTime)
    {
        if (Activity is { IsAllDataRequested: true } activity)
            activity.AddKnown(TidemarkAttributes.OperationKind, OperationKinds.Other);
    }

    internal static bool IsObserved => TidemarkSource.Activities.HasListeners();
}
