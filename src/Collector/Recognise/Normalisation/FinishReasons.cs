using System.Text.RegularExpressions;

namespace Tidemark.Collector.Recognise.Normalisation;

/// <summary>Maps finish reasons of providers and languages to OTel's values.</summary>
internal static partial class FinishReasons
{
    public const string Error = "error";

    private const string Stop = "stop";
    private const string Length = "length";
    private const string ToolCall = "tool_call";
    private const string ContentFilter = "content_filter";
    private const string Cancelled = "cancelled";

    /// <summary>In lower case, with underscores for hyphens and spaces.</summary>
    public static readonly IReadOnlyDictionary<string, string> Aliases = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["stop"] = Stop,
        ["end_turn"] = Stop,
        ["endturn"] = Stop,
        ["stop_sequence"] = Stop,
        ["stopsequence"] = Stop,
        ["stop_token"] = Stop,
        ["complete"] = Stop,
        ["completed"] = Stop,
        ["finish"] = Stop,
        ["finished"] = Stop,
        ["eos"] = Stop,
        ["eos_token"] = Stop,
        ["end"] = Stop,
        ["success"] = Stop,
        ["done"] = Stop,
        ["max_tokens"] = Length,
        ["maxtokens"] = Length,
        ["max_output_tokens"] = Length,
        ["max_length"] = Length,
        ["token_limit"] = Length,
        ["model_length"] = Length,
        ["model_context_window_exceeded"] = Length,
        ["incomplete"] = Length,
        ["tool_use"] = ToolCall,
        ["tooluse"] = ToolCall,
        ["tool_calls"] = ToolCall,
        ["toolcalls"] = ToolCall,
        ["toolcall"] = ToolCall,
        ["tool_execution"] = ToolCall,
        ["function_call"] = ToolCall,
        ["functioncall"] = ToolCall,
        ["function_calls"] = ToolCall,
        ["safety"] = ContentFilter,
        ["image_safety"] = ContentFilter,
        ["contentfilter"] = ContentFilter,
        ["content_filtered"] = ContentFilter,
        ["contentfiltered"] = ContentFilter,
        ["guardrail_intervened"] = ContentFilter,
        ["recitation"] = ContentFilter,
        ["blocklist"] = ContentFilter,
        ["prohibited_content"] = ContentFilter,
        ["spii"] = ContentFilter,
        ["refusal"] = ContentFilter,
        ["error"] = Error,
        ["failed"] = Error,
        ["failure"] = Error,
        ["malformed_function_call"] = Error,
        ["malformed_tool_use"] = Error,
        ["malformed_model_output"] = Error,
        ["unexpected_tool_call"] = Error,
        ["cancelled"] = Cancelled,
        ["canceled"] = Cancelled,
        ["abort"] = Cancelled,
        ["aborted"] = Cancelled,
        // Google's enum as a number.
        ["1"] = Stop,
        ["2"] = Length,
        ["3"] = ContentFilter,
        ["4"] = ContentFilter,
    };

    public static string Normalise(string reason)
    {
        var word = Wrapping().Replace(reason.Trim(), "").Trim('\'', '"', ' ', '[', ']', '(', ')', ',').ToLowerInvariant();
        var key = word.Replace('-', '_').Replace(' ', '_');
        foreach (var prefix in (ReadOnlySpan<string>)["finish_reason_", "stop_reason_", "finish_reasons_"])
        {
            if (key.StartsWith(prefix, StringComparison.Ordinal)) key = key[prefix.Length..];
        }

        return Aliases.GetValueOrDefault(key, word);
    }

    // "FinishReason.STOP", "<FinishReason.STOP: 'STOP'>", "<StopReason.END_TURN: 2>".
    [GeneratedRegex(@"^<?(?:\w+\.)+(?=\w)|:\s*['""]?\w+['""]?>$|^Some\(|\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Wrapping();
}
