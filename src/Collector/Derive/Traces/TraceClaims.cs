using Tidemark.Collector.Model;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Traces;

namespace Tidemark.Collector.Derive.Traces;

/// <summary>Keys by which other reports of a call are found: response id and call id or, for calls without ids, common properties.</summary>
internal static class TraceClaims
{
    private static readonly long Window = TimeSpan.FromSeconds(10).Ticks;

    // Wider than the difference between two reports of one number (see SameUsage).
    private const long Tokens = 8;

    /// <summary>Claims of a report, as reported or as it counts.</summary>
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

    /// <summary>Claims of a successful call that another trace may report without a common id: by service, time and tokens.</summary>
    public static IEnumerable<TraceClaim> Alike(Operation operation)
    {
        if (!operation.IsModelCall || operation.IsError) yield break;
        var (trace, at) = (operation.Key.TraceId, operation.Key.StartedAt);
        var tokens = operation.Tokens.Output is > 0 and var output ? output : operation.Tokens.Input ?? 0;

        // Two windows that overlap by half, in time and in tokens: values less than half a window apart share one of them.
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
