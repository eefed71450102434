using System.Diagnostics;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Sessions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation;

/// <summary>A call to another service: a database, an HTTP API, a queue.</summary>
public sealed class DependencyOperation : TidemarkOperation
{
    internal static readonly DependencyOperation None = new();

    private long? _requestBytes;
    private long? _responseBytes;

    private DependencyOperation()
    {
    }

    internal DependencyOperation(
        RecordingRules rules, string dependency, string? action, in Identity identity, DateTimeOffset startTime)
        : base(rules, action is null ? dependency : string.Concat(action, " ", dependency), ActivityKind.Client, identity, startTime)
    {
        if (Activity is not { IsAllDataRequested: true } activity)
            return;

        activity.AddKnown(TidemarkAttributes.OperationKind, OperationKinds.Dependency);
        activity.AddKnown(TidemarkAttributes.Dependency, dependency);
    }

    internal static bool IsObserved => TidemarkSource.Activities.HasListeners();

    /// <summary>Records bytes sent and received; <see langword="null"/> parts keep earlier values.</summary>
    /// <param name="request">Bytes sent.</param>
    /// <param name="response">Bytes received.</param>
    public void SetBytes(long? request = null, long? response = null)
    {
        if (!IsRecording)
            return;

        _requestBytes = request ?? _requestBytes;
        _responseBytes = response ?? _responseBytes;
    }

    /// <inheritdoc/>
    private protected override void WriteSpan(Activity activity)
    {
        activity.AddKnown(TidemarkAttributes.RequestBytes, _requestBytes);
        activity.AddKnown(TidemarkAttributes.ResponseBytes, _responseBytes);
    }
}
