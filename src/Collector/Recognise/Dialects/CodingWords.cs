namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>Coding agents' words for decisions on tools, in lower case, as ours.</summary>
internal static class CodingWords
{
    /// <summary>What became of the tool's call.</summary>
    public static readonly IReadOnlyDictionary<string, string> Decisions = new Dictionary<string, string>
    {
        ["accept"] = "accepted",
        ["auto_accept"] = "accepted",
        ["approved"] = "accepted",
        ["approved_for_session"] = "accepted",
        ["approved_execpolicy_amendment"] = "accepted",
        ["approved_with_amendment"] = "accepted",
        ["modify"] = "modified",
        ["reject"] = "refused",
        ["denied"] = "refused",
        ["abort"] = "refused",
        ["cancel"] = "refused",
        ["timed_out"] = "refused",
    };

    /// <summary>Who decided, where a separate attribute says so.</summary>
    public static readonly IReadOnlyDictionary<string, string> Sources = new Dictionary<string, string>
    {
        ["user"] = "person",
        ["user_permanent"] = "person",
        ["user_temporary"] = "person",
        ["user_abort"] = "person",
        ["user_reject"] = "person",
        ["config"] = "rule",
        ["automatedreviewer"] = "rule",
        ["automated_reviewer"] = "rule",
        ["hook"] = "hook",
    };

    /// <summary>Who decided, where the decision's word says so.</summary>
    public static readonly IReadOnlyDictionary<string, string> Deciders = new Dictionary<string, string>
    {
        ["auto_accept"] = "rule",
        ["accept"] = "person",
        ["modify"] = "person",
        ["reject"] = "person",
        ["cancel"] = "person",
    };
}
