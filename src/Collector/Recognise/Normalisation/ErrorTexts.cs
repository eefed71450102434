using System.Globalization;
using System.Text.RegularExpressions;

namespace Tidemark.Collector.Recognise.Normalisation;

/// <summary>
/// Determines the cause from an exception's text: a status code, error names within it, phrases of HTTP clients. The text itself
/// is not kept.
/// </summary>
internal static partial class ErrorTexts
{
    private const int MaxNames = 8;

    /// <summary>In lower case.</summary>
    private static readonly (string Phrase, string Class)[] Phrases =
    [
        ("httpclient.timeout", ErrorClasses.Timeout), ("context deadline exceeded", ErrorClasses.Timeout), ("timed out", ErrorClasses.Timeout),
        ("context canceled", ErrorClasses.Cancelled), ("context cancelled", ErrorClasses.Cancelled), ("client disconnected", ErrorClasses.Cancelled),
        ("client closed request", ErrorClasses.Cancelled), ("operation was aborted", ErrorClasses.Cancelled), ("request was aborted", ErrorClasses.Cancelled),
        ("too many requests", "rate_limit"), ("rate limit", "rate_limit"), ("overloaded", "server"), ("internal server error", "server"),
        ("service unavailable", "server"), ("bad gateway", "server"), ("connection refused", "network"), ("connection reset", "network"),
        ("connection error", "network"), ("connection aborted", "network"), ("broken pipe", "network"), ("no such host", "network"),
        ("name or service not known", "network"), ("getaddrinfo", "network"), ("fetch failed", "network"), ("network error", "network"),
    ];

    /// <summary>An HTTP status of 400 or more that the text identifies as such, otherwise null.</summary>
    public static int? StatusIn(string text)
    {
        foreach (var pattern in (ReadOnlySpan<Regex>)[Labelled(), Leading(), WithReason()])
        {
            var match = pattern.Match(text);
            if (match.Success) return int.Parse(match.Groups["code"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        }

        return null;
    }

    /// <summary>
    /// The class indicated by error names or phrases in the text; <see cref="ErrorClasses.Other"/> if there are none. A name that states
    /// why a request was refused takes precedence over one that only states that it was.
    /// </summary>
    public static string ClassIn(string text)
    {
        var seen = 0;
        var weak = ErrorClasses.Other;
        foreach (var match in Names().EnumerateMatches(text))
        {
            if (++seen > MaxNames) break;
            var known = ErrorClasses.Of(text.Substring(match.Index, match.Length));
            if (known is not (ErrorClasses.Other or ErrorClasses.InvalidRequest)) return known;
            if (weak == ErrorClasses.Other) weak = known;
        }

        var lower = text.ToLowerInvariant();
        foreach (var (phrase, known) in Phrases)
        {
            if (lower.Contains(phrase, StringComparison.Ordinal)) return known;
        }

        return weak;
    }

    /// <summary>Whether the text starts with the name of a control flow exception: <c>GraphInterrupt((Interrupt(value=...</c>.</summary>
    public static bool IsControlFlow(string text)
    {
        var name = LeadingName().Match(text);
        return name.Success && ErrorTypes.IsControlFlow(name.Value);
    }

    // "Error code: 429", "status_code=429", "statusCode: 503", "HTTP 500 -", '"code": 429', "(status code 529)".
    [GeneratedRegex(
        @"(?:error code|status[ _-]?code|\bstatus|\bhttp(?:/\d(?:\.\d)?)?(?: error| status| code)?|response code|\bcode)[""']?\s*(?:[:=]|is|of)?\s*[""'(\[]?(?<code>[45]\d\d)(?!\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();

    // "429 RESOURCE_EXHAUSTED. {...", "[503] upstream", "INTERNAL: 500 upstream is down", "RateLimitError: 429 ...".
    [GeneratedRegex(@"^\s*(?:[\w.]+:\s*)?[\[(]?(?<code>[45]\d\d)(?:[\])]|[\s:.,-]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Leading();

    [GeneratedRegex(
        @"(?<!\d)(?<code>[45]\d\d)\s+(?:too many requests|bad request|unauthorized|payment required|forbidden|not found|request timeout|conflict|payload too large|unprocessable|internal server error|not implemented|bad gateway|service unavailable|gateway time-?out|server error|client error|overloaded)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WithReason();

    // RateLimitError, System.TimeoutException, rate_limit_exceeded, RESOURCE_EXHAUSTED, ECONNRESET.
    [GeneratedRegex(
        @"\b(?:[A-Za-z_]+(?:Error|Exception|Fault|Timeout)|[A-Z]{2,}(?:_[A-Z]+)+|[a-z]+(?:_[a-z]+)*_(?:error|exceeded|quota|filter|denied|unavailable|timeout|key)|insufficient_quota|E[A-Z]{5,})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Names();

    [GeneratedRegex(@"^[A-Za-z_][\w.]*(?=\(|:|$)", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingName();
}
