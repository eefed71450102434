using System.Globalization;

namespace Tidemark.Collector.Query.Sessions;

/// <summary>Remarks on a session, derived from its numbers. Each rule is one entry of this table.</summary>
internal static class Remarks
{
    private static readonly Func<SessionReview, Remark?>[] Rules =
    [
        review => review.Session is { Operations: >= 10 } one && one.Errors * 10 >= one.Operations
            ? new("error", Text($"{one.Errors} of {one.Operations} operations failed."))
            : null,
        review => review.Session.ContextPeakRatio is >= 0.9 and var peak && review.Timeline.All(one => one.Type != "context_compacted")
            ? new("warning", Text($"The context window was {peak:P0} full and was never compacted."))
            : null,
        review => review.Session.Unpriced > 0
            ? new("warning", Text($"{review.Session.Unpriced} model calls have no price: the cost above is too low."))
            : null,
        review => review.Models.Sum(model => model.Calls) >= 10
            && review.Session.InputTokens > 50_000
            && review.Session.CacheReadTokens * 10 < review.Session.InputTokens
            ? new(
                "info",
                Text($"Only {(double)review.Session.CacheReadTokens / review.Session.InputTokens:P0} of the input tokens came from the provider's cache."))
            : null,
        review => review.Session.ModelSwitches >= 3
            ? new("info", Text($"The model changed {review.Session.ModelSwitches} times; each change starts with a cold cache."))
            : null,
        review => review.Dependencies is [var first, ..] && first.TotalMs > review.Session.DurationMs * 0.5 && first.TotalMs > 10_000
            ? new(
                "info",
                Text($"{first.Kind} `{Markdown.Code(first.Name)}` took {first.TotalMs / 1000:N0} s in {first.Calls} calls, more than half of the session."))
            : null,
    ];

    public static IReadOnlyList<Remark> Of(SessionReview review) =>
        [.. Rules.Select(rule => rule(review))
            .OfType<Remark>()
            .Concat(review.Insights.Select(one => one with { Message = Markdown.Text(one.Message) }))
            .DistinctBy(one => one.Message)];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
