using System.Globalization;

namespace Tidemark.Collector.Query.Sessions;

/// <summary>Writes the report of a session in Markdown.</summary>
internal static class SessionReport
{
    /// <param name="review">The session's data.</param>
    /// <param name="grafana">Grafana's URL for links; null = no links.</param>
    public static string Write(SessionReview review, string? grafana = null)
    {
        var page = new Markdown();
        WriteSummary(page, review.Session, grafana);
        WriteRemarks(page, Remarks.Of(review));
        WriteModels(page, review.Models);
        WriteDependencies(page, review.Dependencies);
        WriteErrors(page, review.Errors);
        WriteSlowest(page, review.Slowest);
        WriteTimeline(page, review.Timeline);
        return page.ToString();
    }

    private static void WriteSummary(Markdown page, SessionFacts one, string? grafana)
    {
        page.Line($"# Session `{Markdown.Code(one.SessionId)}`");
        page.Line($"");
        page.Line(
            $"{one.Status}, from {Markdown.Time(one.StartedAt)} to {Markdown.Time(one.LastSeenAt)} UTC ({DurationOf(one)}).");
        page.Line($"");
        page.Table("what|value", Facts(one).OfType<FormattableString[]>());
        if (grafana is not null) page.Line($"\n[Open in Grafana]({LinkOf(one, grafana)})");
        if (one.PreviousSessionId is { } previous) page.Line($"\nContinues session `{Markdown.Code(previous)}`.");
        if (one.EndReason is { } reason) page.Line($"\nEnded: {Markdown.Text(reason)}.");
    }

    /// <summary>One line per known fact; null if there is nothing to report.</summary>
    private static IEnumerable<FormattableString[]?> Facts(SessionFacts one) =>
    [
        When(one.Service is not null, $"Service", $"{Markdown.Text(one.Service)}"),
        When(one.Environment is not null, $"Environment", $"{Markdown.Text(one.Environment)}"),
        When(one.Agent is not null, $"Agent", $"{Markdown.Text(one.Agent)}"),
        When(one.UserId is not null, $"User", $"{Markdown.Text(one.UserId)}"),
        Row($"Operations", $"{one.Operations:N0}{Part(one.Errors, $", of which {one.Errors:N0} failed")}; {CallsOf(one)}"),
        When(one.InputTokens + one.OutputTokens > 0, $"Tokens", $"{InputOf(one)}, {OutputOf(one)}"),
        When(one.Messages > 0, $"Cost", $"{CostOf(one)}"),
        When(
            one is { ContextUsed: not null, ContextMax: not null },
            $"Context", $"{one.ContextUsed:N0} of {one.ContextMax:N0} tokens now, {one.ContextPeakRatio:P0} at its peak"),
    ];

    private static string CallsOf(SessionFacts one) =>
        FormattableString.Invariant($"{one.Messages:N0} model calls{Part(one.ToolCalls, $"; {one.ToolCalls:N0} tool calls")}");

    private static string InputOf(SessionFacts one) =>
        FormattableString.Invariant($"{one.InputTokens:N0} in{Part(one.CacheReadTokens, $" ({one.CacheReadTokens:N0} from cache)")}");

    private static string OutputOf(SessionFacts one) =>
        FormattableString.Invariant($"{one.OutputTokens:N0} out{Part(one.ReasoningTokens, $" ({one.ReasoningTokens:N0} reasoning)")}");

    private static string DurationOf(SessionFacts one) => TimeSpan.FromMilliseconds(one.DurationMs).ToString("hh\\:mm\\:ss", CultureInfo.InvariantCulture);

    private static FormattableString[] Row(params FormattableString[] cells) => cells;

    private static FormattableString[]? When(bool isKnown, params FormattableString[] cells) => isKnown ? cells : null;

    private static string Part(long count, FormattableString text) => count == 0 ? "" : text.ToString(CultureInfo.InvariantCulture);

    private static string LinkOf(SessionFacts one, string grafana)
    {
        var from = new DateTimeOffset(one.StartedAt).AddMinutes(-1).ToUnixTimeMilliseconds();
        var to = new DateTimeOffset(one.LastSeenAt).AddMinutes(1).ToUnixTimeMilliseconds();
        return string.Create(
            CultureInfo.InvariantCulture, $"{grafana.TrimEnd('/')}/d/tidemark-session?var-session={Uri.EscapeDataString(one.SessionId)}&from={from}&to={to}");
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
            models.Select(one => Row(
                $"`{Markdown.Code(one.Model)}`", $"{one.Calls}", $"{one.Errors}", $"{one.AverageMs:N0}", $"{one.LongestMs:N0}",
                $"{one.InputTokens:N0}", $"{one.CacheReadTokens:N0}", $"{one.OutputTokens:N0}", $"{PriceOf(one)}")));
    }

    private static string CostOf(SessionFacts one)
    {
        if (one.CostUsd is not { } cost) return one.Unpriced > 0 ? "unknown: no call has a price" : "none: no model call reported tokens";
        return string.Create(CultureInfo.InvariantCulture, $"{cost:0.0000} USD{(one.Unpriced > 0 ? " and calls without a price" : "")}");
    }

    private static string PriceOf(ModelUse one) => one.CostUsd?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "no price";

    private static void WriteDependencies(Markdown page, IReadOnlyList<DependencyUse> used)
    {
        if (used.Count == 0) return;
        page.Heading("Tools, services and caches");
        page.Table(
            "kind|name|calls|failed|total s|longest ms",
            used.Select(one => Row(
                $"{one.Kind}", $"`{Markdown.Code(one.Name)}`", $"{one.Calls}", $"{one.Errors}", $"{one.TotalMs / 1000:N1}", $"{one.LongestMs:N0}")));
    }

    private static void WriteErrors(Markdown page, IReadOnlyList<ErrorGroup> errors)
    {
        if (errors.Count == 0) return;
        page.Heading("Failures");
        page.Table(
            "error|class|where|count|first|last",
            errors.Select(one => Row(
                $"`{Markdown.Code(one.Type)}`", $"{Markdown.Text(one.Class)}", $"`{Markdown.Code(one.Where)}`", $"{one.Count}",
                $"{Markdown.Time(one.First)}", $"{Markdown.Time(one.Last)}")));
    }

    private static void WriteSlowest(Markdown page, IReadOnlyList<SlowOperation> slowest)
    {
        if (slowest.Count == 0) return;
        page.Heading("Slowest operations");
        page.Table(
            "started|kind|what|ms|failed",
            slowest.Select(one => Row(
                $"{Markdown.Time(one.StartedAt)}", $"{one.Kind}", $"`{Markdown.Code(one.What)}`", $"{one.DurationMs:N0}",
                $"{(one.Failed ? "yes" : "")}")));
    }

    private static void WriteTimeline(Markdown page, IReadOnlyList<TimelineEvent> timeline)
    {
        if (timeline.Count == 0) return;
        page.Heading("What happened");
        page.Table(
            "when|event|severity|what",
            timeline.Select(one => Row($"{Markdown.Time(one.OccurredAt)}", $"{one.Type}", $"{one.Severity}", $"{Markdown.Text(one.Message)}")));
    }
}
