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

    private static void WriteSummary(Markdown page, SessionFacts session, string? grafana)
    {
        page.Line($"# Session `{Markdown.Code(session.SessionId)}`");
        page.Line($"");
        page.Line(
            $"{session.Status}, from {Markdown.Time(session.StartedAt)} to {Markdown.Time(session.LastSeenAt)} UTC ({DurationOf(session)}).");
        page.Line($"");
        page.Table("what|value", Facts(session).OfType<FormattableString[]>());
        if (grafana is not null) page.Line($"\n[Open in Grafana]({LinkOf(session, grafana)})");
        if (session.PreviousSessionId is { } previous) page.Line($"\nContinues session `{Markdown.Code(previous)}`.");
        if (session.EndReason is { } reason) page.Line($"\nEnded: {Markdown.Text(reason)}.");
    }

    /// <summary>One line per known fact; null if there is nothing to report.</summary>
    private static IEnumerable<FormattableString[]?> Facts(SessionFacts session) =>
    [
        When(session.Service is not null, $"Service", $"{Markdown.Text(session.Service)}"),
        When(session.Environment is not null, $"Environment", $"{Markdown.Text(session.Environment)}"),
        When(session.Agent is not null, $"Agent", $"{Markdown.Text(session.Agent)}"),
        When(session.UserId is not null, $"User", $"{Markdown.Text(session.UserId)}"),
        Row($"Operations", $"{session.Operations:N0}{Part(session.Errors, $", of which {session.Errors:N0} failed")}; {CallsOf(session)}"),
        When(session.InputTokens + session.OutputTokens > 0, $"Tokens", $"{InputOf(session)}, {OutputOf(session)}"),
        When(session.Messages > 0, $"Cost", $"{CostOf(session)}"),
        When(
            session is { ContextUsed: not null, ContextMax: not null },
            $"Context", $"{session.ContextUsed:N0} of {session.ContextMax:N0} tokens now, {session.ContextPeakRatio:P0} at its peak"),
    ];

    private static string CallsOf(SessionFacts session) =>
        FormattableString.Invariant($"{session.Messages:N0} model calls{Part(session.ToolCalls, $"; {session.ToolCalls:N0} tool calls")}");

    private static string InputOf(SessionFacts session) =>
        FormattableString.Invariant($"{session.InputTokens:N0} in{Part(session.CacheReadTokens, $" ({session.CacheReadTokens:N0} from cache)")}");

    private static string OutputOf(SessionFacts session) =>
        FormattableString.Invariant($"{session.OutputTokens:N0} out{Part(session.ReasoningTokens, $" ({session.ReasoningTokens:N0} reasoning)")}");

    private static string DurationOf(SessionFacts session)
    {
        var time = TimeSpan.FromMilliseconds(session.DurationMs);
        return time.ToString(time.Days > 0 ? "d\\.hh\\:mm\\:ss" : "hh\\:mm\\:ss", CultureInfo.InvariantCulture);
    }

    private static FormattableString[] Row(params FormattableString[] cells) => cells;

    private static FormattableString[]? When(bool isKnown, params FormattableString[] cells) => isKnown ? cells : null;

    private static string Part(long count, FormattableString text) => count == 0 ? "" : text.ToString(CultureInfo.InvariantCulture);

    private static string LinkOf(SessionFacts session, string grafana)
    {
        var from = new DateTimeOffset(session.StartedAt).AddMinutes(-1).ToUnixTimeMilliseconds();
        var to = new DateTimeOffset(session.LastSeenAt).AddMinutes(1).ToUnixTimeMilliseconds();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{grafana.TrimEnd('/')}/d/tidemark-session?var-session={Uri.EscapeDataString(session.SessionId)}&from={from}&to={to}");
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
            models.Select(model => Row(
                $"`{Markdown.Code(model.Model)}`", $"{model.Calls}", $"{model.Errors}", $"{model.AverageMs:N0}", $"{model.LongestMs:N0}",
                $"{model.InputTokens:N0}", $"{model.CacheReadTokens:N0}", $"{model.OutputTokens:N0}", $"{PriceOf(model)}")));
    }

    private static string CostOf(SessionFacts session)
    {
        if (session.CostUsd is not { } cost) return session.Unpriced > 0 ? "unknown: no call has a price" : "none: no model call reported tokens";
        return string.Create(CultureInfo.InvariantCulture, $"{cost:0.0000} USD{(session.Unpriced > 0 ? " and calls without a price" : "")}");
    }

    private static string PriceOf(ModelUse model) => model.CostUsd?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "no price";

    private static void WriteDependencies(Markdown page, IReadOnlyList<DependencyUse> used)
    {
        if (used.Count == 0) return;
        page.Heading("Tools, services and caches");
        page.Table(
            "kind|name|calls|failed|total s|longest ms",
            used.Select(use => Row(
                $"{use.Kind}", $"`{Markdown.Code(use.Name)}`", $"{use.Calls}", $"{use.Errors}", $"{use.TotalMs / 1000:N1}", $"{use.LongestMs:N0}")));
    }

    private static void WriteErrors(Markdown page, IReadOnlyList<ErrorGroup> errors)
    {
        if (errors.Count == 0) return;
        page.Heading("Failures");
        page.Table(
            "error|class|where|count|first|last",
            errors.Select(error => Row(
                $"`{Markdown.Code(error.Type)}`", $"{Markdown.Text(error.Class)}", $"`{Markdown.Code(error.Where)}`", $"{error.Count}",
                $"{Markdown.Time(error.First)}", $"{Markdown.Time(error.Last)}")));
    }

    private static void WriteSlowest(Markdown page, IReadOnlyList<SlowOperation> slowest)
    {
        if (slowest.Count == 0) return;
        page.Heading("Slowest operations");
        page.Table(
            "started|kind|what|ms|failed",
            slowest.Select(operation => Row(
                $"{Markdown.Time(operation.StartedAt)}", $"{operation.Kind}", $"`{Markdown.Code(operation.What)}`", $"{operation.DurationMs:N0}",
                $"{(operation.Failed ? "yes" : "")}")));
    }

    private static void WriteTimeline(Markdown page, IReadOnlyList<TimelineEvent> timeline)
    {
        if (timeline.Count == 0) return;
        page.Heading("What happened");
        page.Table(
            "when|event|severity|what",
            timeline.Select(entry => Row($"{Markdown.Time(entry.OccurredAt)}", $"{entry.Type}", $"{entry.Severity}", $"{Markdown.Text(entry.Message)}")));
    }
}
