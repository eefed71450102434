using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Traces;

/// <summary>By what other reports of a call can be found: the ids of the answer and of the call, or what failed calls without an id have in common.</summary>
internal static class TraceClaims
{
    private static readonly long Window = TimeSpan.FromSeconds(10).Ticks;

    /// <summary>Of a report as it was made or as it counts.</summary>
    public static IEnumerable<TraceClaim> Of(Operation operation)
    {
        var (trace, at) = (operation.Key.TraceId, operation.Key.StartedAt);
        if (operation.ResponseHash is { } response) yield return new TraceClaim(response, trace, at);
        if (operation.CallHash is { } call) yield return new TraceClaim(call, trace, at);
        if (!operation.IsModelCall || !operation.IsError) yield break;

        // Two windows that overlap by half: whatever lies less than half a window apart shares one of them.
        var model = SameModel.NameOf(operation);
        yield return new TraceClaim(StableHash.Of("failed", model, Number(at.Ticks / Window)), trace, at);
        yield return new TraceClaim(StableHash.Of("failed too", model, Number((at.Ticks + (Window / 2)) / Window)), trace, at);
    }

    private static string Number(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
