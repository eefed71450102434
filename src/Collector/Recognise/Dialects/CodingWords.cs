namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>Maps coding agents' words for decisions on tools, in lower case, to canonical ones.</summary>
internal static class CodingWords
{
    /// <summary>The decision on the tool call.</summary>
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

    /// <summary>Who decided, if a separate attribute has it.</summary>
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

    /// <summary>Who decided, if the decision's word implies it.</summary>
    public static readonly IReadOnlyDictionary<string, string> Deciders = new Dictionary<string, string>
    {
        ["auto_accept"] = "rule",
        ["accept"] = "person",
        ["modify"] = "person",
        ["reject"] = "person",
        ["cancel"] = "person",
    };
}
