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

    internal DependencyOperation(string dependency, string? action, in Identity identity, DateTimeOffset startTime)
        : base(action is null ? dependency : $"{action} {dependency}", ActivityKind.Client, identity, startTime)
    {
        AddTag(TidemarkAttributes.OperationKind, OperationKinds.Dependency);
        AddTag(TidemarkAttributes.Dependency, dependency);
    }

    internal static bool IsObserved => TidemarkSource.Activities.HasListeners();

    /// <summary>Tells how much was sent and received.</summary>
    /// <param name="request">Bytes sent.</param>
    /// <param name="response">Bytes received.</param>
    public void SetBytes(long? request = null, long? response = null)
    {
        _requestBytes = request ?? _requestBytes;
        _responseBytes = response ?? _responseBytes;
    }

    /// <inheritdoc/>
    private protected override void WriteSpan(Activity activity)
    {
        AddTag(activity, TidemarkAttributes.RequestBytes, _requestBytes);
        AddTag(activity, TidemarkAttributes.ResponseBytes, _responseBytes);
    }

    /// <inheritdoc/>
    private protected override void WriteMetrics(double seconds)
    {
    }
}
