using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Model.Payers;

/// <summary>Measures of coding agents, in one vocabulary for all of them: public, stored, never renamed.</summary>
internal static class CodingMeasures
{
    public const string LinesAdded = "lines_added";
    public const string LinesRemoved = "lines_removed";
    public const string Commits = "commits";
    public const string PullRequests = "pull_requests";

    /// <summary>Seconds during which the agent, or a person at its terminal, was active.</summary>
    public const string ActiveSeconds = "active_seconds";
    public const string Prompts = "prompts";

    /// <summary>
    /// Decisions on tool calls: <c>accepted</c>, <c>modified</c> or <c>refused</c>, by a <c>person</c>, <c>rule</c> or <c>hook</c>.
    /// </summary>
    public const string Decisions = "decisions";

    /// <summary>Approval requests to a person.</summary>
    public const string Approvals = "approvals";

    /// <summary>Refusals by the model.</summary>
    public const string Refusals = "refusals";

    /// <summary>Attempts after the first one.</summary>
    public const string Retries = "retries";

    /// <summary>Requests that failed after their last attempt.</summary>
    public const string RetriesExhausted = "retries_exhausted";
    public const string Skills = "skills";
    public const string Compactions = "compactions";

    /// <summary>Cost in USD of agents that send metrics only, whose calls are not operations.</summary>
    public const string Cost = "cost_usd";

    /// <summary>Tokens by type, of agents that send metrics only.</summary>
    public const string Tokens = "tokens";

    /// <summary>All measures.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        LinesAdded, LinesRemoved, Commits, PullRequests, ActiveSeconds, Prompts, Decisions, Approvals, Refusals, Retries, RetriesExhausted, Skills,
        Compactions, Cost, Tokens,
    ];
}
