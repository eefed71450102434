namespace Tidemark.Collector.Recognise.Folding;

/// <summary>Finish reasons as providers write them, folded into OTel's words.</summary>
internal static class FinishReasons
{
    /// <summary>In lower case.</summary>
    public static readonly IReadOnlyDictionary<string, string> Aliases = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["end_turn"] = "stop",
        ["stop_sequence"] = "stop",
        ["stop-sequence"] = "stop",
        ["complete"] = "stop",
        ["completed"] = "stop",
        ["finish"] = "stop",
        ["eos"] = "stop",
        ["max_tokens"] = "length",
        ["max_output_tokens"] = "length",
        ["model_context_window_exceeded"] = "length",
        ["incomplete"] = "length",
        ["tool_use"] = "tool_call",
        ["tool_calls"] = "tool_call",
        ["tool-calls"] = "tool_call",
        ["function_call"] = "tool_call",
        ["toolcalls"] = "tool_call",
        ["safety"] = "content_filter",
        ["content-filter"] = "content_filter",
        ["contentfilter"] = "content_filter",
        ["content_filtered"] = "content_filter",
        ["guardrail_intervened"] = "content_filter",
        ["recitation"] = "content_filter",
        ["blocklist"] = "content_filter",
        ["prohibited_content"] = "content_filter",
        ["spii"] = "content_filter",
        ["refusal"] = "content_filter",
        ["error"] = "error",
    };

    public static string Fold(string reason)
    {
        var lower = reason.ToLowerInvariant();
        return Aliases.GetValueOrDefault(lower, lower);
    }
}
