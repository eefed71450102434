using System.Globalization;

namespace Tidemark.Collector.Query.Sessions;

/// <summary>Writes a session's review in Markdown.</summary>
internal static class SessionReport
{
    public static string Write(SessionReview review)
    {
        var page = new Markdown();
        WriteSummary(page, review.Session);
        WriteRemarks(page, Remarks.Of(review));
        WriteModels(page, review.Models);
        WriteDependencies(page, review.Dependencies);
        WriteErrors(page, review.Errors);
        WriteSlowest(page, review.Slowest);
        WriteTimeline(page, review.Timeline);
        return page.ToString();
    }

    private static void WriteSummary(Markdown page, SessionFacts one)
    {
        page.Line($"# Session `{Markdown.Code(one.SessionId)}`");
        page.Line($"");
        page.Line($"{one.Status}, from {Markdown.Time(one.StartedAt)} to {Markdown.Time(one.LastSeenAt)} UTC ({TimeSpan.FromMilliseconds(one.DurationMs):hh\\:mm\\:ss}).");
        page.Line($"");
        page.Table(
            "what|value",
            [
                $"Service | {Markdown.Text(one.Service)} {Markdown.Text(one.Environment)}",
                $"Agent | {Markdown.Text(one.Agent)}",
                $"User | {Markdown.Text(one.UserId)}",
                $"Operations | {one.Operations:N0}, of which {one.Errors:N0} failed; {one.ToolCalls:N0} tool calls; {one.Messages:N0} messages",
                $"Tokens | {one.InputTokens:N0} in ({one.CacheReadTokens:N0} from cache), {one.OutputTokens:N0} out ({one.ReasoningTokens:N0} reasoning)",
                $"Cost | {CostOf(one)}",
                $"Context | {one.ContextUsed:N0} of {one.ContextMax:N0} tokens now, {one.ContextPeakRatio:P0} at its peak",
            ]);
        if (one.PreviousSessionId is { } previous) page.Line($"\nContinues session `{Markdown.Code(previous)}`.");
        if (one.EndReason is { } reason) page.Line($"\nEnded: {Markdown.Text(reason)}.");
    }

    private static void WriteRemarks(Markdown page, IReadOnlyList<Remark> remarks)
    {
        page.Heading("Worth a look");
        if (remarks.Count == 0) page.Line($"Nothing stands out.");
        foreach (var remark in remarks) page.Line($"- **{remark.Severity}**: {remark.Message}");
    }

    private static void WriteModels(Markdown page, IReadOnlyList<ModelUse> models)
    {
        if (models.Count == 0) return;
        page.Heading("Models");
        page.Table(
            "model|calls|failed|mean ms|longest ms|tokens in|from cache|tokens out|USD",
            models.Select(one => (FormattableString)$"`{Markdown.Code(one.Model)}` | {one.Calls} | {one.Errors} | {one.AverageMs:N0} | {one.LongestMs:N0} | {one.InputTokens:N0} | {one.CacheReadTokens:N0} | {one.OutputTokens:N0} | {PriceOf(one)}"));
    }

    private static string CostOf(SessionFacts one)
    {
        if (one.CostUsd is not { } cost) return one.Unpriced > 0 ? "not known: no call has a price" : "none: no call of a model told tokens";
        return string.Create(CultureInfo.InvariantCulture, $"{cost:0.0000} USD{(one.Unpriced > 0 ? " and calls without a price" : "")}");
    }

    private static string PriceOf(ModelUse one) => one.Unpriced == one.Calls ? "no price" : one.CostUsd.ToString("0.0000", CultureInfo.InvariantCulture);

    private static void WriteDependencies(Markdown page, IReadOnlyList<DependencyUse> used)
    {
        if (used.Count == 0) return;
        page.Heading("Tools, services and caches");
        page.Table(
            "kind|name|calls|failed|total s|longest ms",
            used.Select(one => (FormattableString)$"{one.Kind} | `{Markdown.Code(one.Name)}` | {one.Calls} | {one.Errors} | {one.TotalMs / 1000:N1} | {one.LongestMs:N0}"));
    }

    private static void WriteErrors(Markdown page, IReadOnlyList<ErrorGroup> errors)
    {
        if (errors.Count == 0) return;
        page.Heading("Failures");
        page.Table(
            "error|class|where|count|first|last",
            errors.Select(one => (FormattableString)$"`{Markdown.Code(one.Type)}` | {Markdown.Text(one.Class)} | `{Markdown.Code(one.Where)}` | {one.Count} | {Markdown.Time(one.First)} | {Markdown.Time(one.Last)}"));
    }

    private static void WriteSlowest(Markdown page, IReadOnlyList<SlowOperation> slowest)
    {
        if (slowest.Count == 0) return;
        page.Heading("Slowest operations");
        page.Table(
            "started|kind|what|ms|failed",
            slowest.Select(one => (FormattableString)$"{Markdown.Time(one.StartedAt)} | {one.Kind} | `{Markdown.Code(one.What)}` | {one.DurationMs:N0} | {(one.Failed ? "yes" : "")}"));
    }

    private static void WriteTimeline(Markdown page, IReadOnlyList<TimelineEvent> timeline)
    {
        if (timeline.Count == 0) return;
        page.Heading("What happened");
        page.Table(
            "when|event|severity|what",
            timeline.Select(one => (FormattableString)$"{Markdown.Time(one.OccurredAt)} | {one.Type} | {one.Severity} | {Markdown.Text(one.Message)}"));
    }
}
