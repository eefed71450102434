using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Traces;

/// <summary>By what other reports of a call can be found: the ids of the answer and of the call, or what calls without an id have in common.</summary>
internal static class TraceClaims
{
    private static readonly long Window = TimeSpan.FromSeconds(10).Ticks;

    // Wider than two reports of one number differ (see SameUsage).
    private const long Tokens = 8;

    /// <summary>Of a report as it was made or as it counts.</summary>
    public static IEnumerable<TraceClaim> Of(Operation operation)
    {
        var (trace, at) = (operation.Key.TraceId, operation.Key.StartedAt);
        if (operation.ResponseHash is { } response) yield return new TraceClaim(response, trace, at);
        if (operation.CallHash is { } call) yield return new TraceClaim(call, trace, at);
        if (!operation.IsModelCall || !operation.IsError) yield break;

        var model = SameModel.NameOf(operation);
        yield return new TraceClaim(StableHash.Of("failed", model, Number(at.Ticks / Window)), trace, at);
        yield return new TraceClaim(StableHash.Of("failed too", model, Number((at.Ticks + (Window / 2)) / Window)), trace, at);
    }

    /// <summary>Of an answered call that another trace may report without an id in common: by its service, time and tokens.</summary>
    public static IEnumerable<TraceClaim> Alike(Operation operation)
    {
        if (!operation.IsModelCall || operation.IsError) yield break;
        var (trace, at) = (operation.Key.TraceId, operation.Key.StartedAt);
        var tokens = operation.Tokens.Output is > 0 and var output ? output : operation.Tokens.Input ?? 0;

        // Two windows that overlap by half, of time and of tokens: whatever lies less than half a window apart shares one of them.
        foreach (var time in (long[])[0, Window / 2])
        {
            foreach (var more in (long[])[0, Tokens / 2])
            {
                var hash = StableHash.Of(
                    "alike", operation.Series.Service, Number(time), Number((at.Ticks + time) / Window), Number(more), Number((tokens + more) / Tokens));
                yield return new TraceClaim(hash, trace, at);
            }
        }
    }

    private static string Number(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
