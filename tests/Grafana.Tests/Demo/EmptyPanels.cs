namespace Tidemark.Grafana.Tests.Demo;

/// <summary>Panels that may be empty after ten minutes of the demo, and why: by dashboard and title.</summary>
internal static class EmptyPanels
{
    private const string Good = "nothing of the kind happens in ten minutes of the demo, and that is good";
    private const string Other = "needs metrics of an OpenTelemetry Collector, as the panel says";
    private const string Later = "needs more time than ten minutes, as the panel says";

    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["tidemark-analytics: Load forecast"] = Later,
        ["tidemark-collector: Rejected by source"] = Good,
        ["tidemark-collector: Values beyond the limit"] = Good,
        ["tidemark-collector: Raw and rolled-up operations"] = Later,
        ["tidemark-collector: Rollup drift"] = Later,
        ["tidemark-collector: Delay"] = "is measured by failed operations of the last minutes",
        ["tidemark-cost: Unpriced models"] = Good,
        ["tidemark-insights: Findings by severity"] = Good,
        ["tidemark-insights: Findings by kind"] = Good,
        ["tidemark-insights: Saving (24 h)"] = Good,
        ["tidemark-sessions: Stuck sessions"] = Good,
        ["tidemark-system: PostgreSQL connections"] = Other,
        ["tidemark-system: Host CPU"] = Other,
        ["tidemark-system: Host memory"] = Other,
        ["tidemark-system: File systems"] = Other,
        ["tidemark-system: Network"] = Other,
        ["tidemark-system: Disk"] = Other,
        ["tidemark-system: Container CPU"] = Other,
        ["tidemark-system: Container memory"] = Other,
        ["tidemark-system: Exceptions"] = Good,
        ["tidemark-coding: Flat plans"] = "no plan has been entered, as the panel says",
        ["tidemark-users: Budgets"] = "no budget has been set, as the panel says",
        ["tidemark-session: Decisions on tools"] = "the session that is looked at need not be a coding agent's",
        ["tidemark-session: Failures"] = "the session that is looked at need not have failed",
    };

    public static IEnumerable<string> Names => Reasons.Keys;

    public static string? ReasonOf(string dashboard, string title) => Reasons.GetValueOrDefault($"{dashboard}: {title}");
}
