using System.Diagnostics;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.AI;

/// <summary>
/// Knows whether somebody else's instrumentation of Microsoft.Extensions.AI records a call that passes through here, inside or
/// outside of us: by its custom, instrumented clients show the source of their spans.
/// </summary>
internal readonly struct OtherInstrumentation(ActivitySource? inner)
{
    public static OtherInstrumentation In(object? innerSource) =>
        new(ReferenceEquals(innerSource, TidemarkSource.Lent) ? null : innerSource as ActivitySource);

    public bool RecordsThisCall(string operation) => inner?.HasListeners() == true || IsCallOfOthers(Activity.Current, operation);

    /// <summary>The span right around us is the same call, told by a client that wraps us.</summary>
    private static bool IsCallOfOthers(Activity? around, string operation) =>
        around is { IsAllDataRequested: true, Kind: ActivityKind.Client }
        && around.Source.Name != TidemarkSource.Name
        && around.GetTagItem(GenAiAttributes.OperationName) as string == operation;
}
