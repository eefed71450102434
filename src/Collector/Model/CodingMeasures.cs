namespace Tidemark.Collector.Model;

/// <summary>What coding agents are counted by, in one vocabulary for all of them: public, stored, never renamed.</summary>
internal static class CodingMeasures
{
    public const string LinesAdded = "lines_added";
    public const string LinesRemoved = "lines_removed";
    public const string Commits = "commits";
    public const string PullRequests = "pull_requests";

    /// <summary>Seconds in which the agent, or a person at its terminal, was active.</summary>
    public const string ActiveSeconds = "active_seconds";
    public const string Prompts = "prompts";

    /// <summary>
    /// On a tool that the model asked for: <c>accepted</c>, <c>modified</c> or <c>refused</c>, by a <c>person</c>, <c>rule</c> or <c>hook</c>.
    /// </summary>
    public const string Decisions = "decisions";

    /// <summary>Times that a person was asked.</summary>
    public const string Approvals = "approvals";

    /// <summary>The model refused to answer.</summary>
    public const string Refusals = "refusals";

    /// <summary>Attempts after the first.</summary>
    public const string Retries = "retries";

    /// <summary>Requests that were given up after their last attempt.</summary>
    public const string RetriesExhausted = "retries_exhausted";
    public const string Skills = "skills";
    public const string Compactions = "compactions";

    /// <summary>Of agents that send metrics alone, whose calls are no operations: USD.</summary>
    public const string Cost = "cost_usd";

    /// <summary>Of agents that send metrics alone, by type.</summary>
    public const string Tokens = "tokens";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        LinesAdded, LinesRemoved, Commits, PullRequests, ActiveSeconds, Prompts, Decisions, Approvals, Refusals, Retries, RetriesExhausted, Skills,
        Compactions, Cost, Tokens,
    ];
}
