using System.Globalization;

namespace Tidemark.Collector.Recognise.Normalisation;

/// <summary>Maps error types (exception names, codes, HTTP status) to a few classes. The first match wins.</summary>
internal static class ErrorClasses
{
    public const string Other = "other";

    public const string Cancelled = Model.Operations.Failure.Cancelled;
    public const string InvalidRequest = "invalid_request";
    public const string Timeout = "timeout";

    /// <summary>Complete error types whose parts would indicate the wrong class.</summary>
    public static readonly IReadOnlyDictionary<string, string> Exact = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["ENOTFOUND"] = "network",
        ["EAI_AGAIN"] = "network",
        ["ECONNREFUSED"] = "network",
        ["ECONNRESET"] = "network",
        ["ECONNABORTED"] = "network",
        ["EHOSTUNREACH"] = "network",
        ["EPIPE"] = "network",
        ["ETIMEDOUT"] = "timeout",
        ["ESOCKETTIMEDOUT"] = "timeout",
        ["UND_ERR_CONNECT_TIMEOUT"] = "timeout",
        ["UND_ERR_SOCKET"] = "network",
    };

    /// <summary>Parts of an error type (letters and digits only, in lower case) and their class. The first match wins.</summary>
    public static readonly (string Part, string Class)[] Parts =
    [
        ("ratelimit", "rate_limit"), ("toomanyrequests", "rate_limit"), ("throttl", "rate_limit"), ("quota", "rate_limit"),
        ("resourceexhausted", "rate_limit"), ("overloaded", "server"),
        ("timeout", "timeout"), ("timedout", "timeout"), ("deadline", "timeout"),
        ("connectionabort", "network"), ("connectionref", "network"), ("brokenpipe", "network"), ("clientdisconnect", "cancelled"),
        ("clientclosed", "cancelled"),
        ("cancel", "cancelled"), ("abort", "cancelled"), ("interrupted", "cancelled"), ("keyboardinterrupt", "cancelled"),
        ("unauthenticated", "auth"), ("unauthorized", "auth"), ("unauthorised", "auth"), ("authentication", "auth"), ("authoriz", "auth"),
        ("permission", "auth"), ("forbidden", "auth"), ("accessdenied", "auth"), ("apikey", "auth"), ("credential", "auth"), ("billing", "auth"),
        ("refus", "refusal"), ("contentfilter", "refusal"), ("contentpolicy", "refusal"), ("safety", "refusal"), ("guardrail", "refusal"),
        ("network", "network"), ("connection", "network"), ("connect", "network"), ("socket", "network"), ("dns", "network"),
        ("httprequestexception", "network"), ("unreachable", "network"), ("remoteprotocol", "network"), ("chunkedencoding", "network"),
        ("incompleteread", "network"), ("tls", "network"), ("ssl", "network"),
        ("serviceunavailable", "server"), ("unavailable", "server"), ("internalserver", "server"), ("servererror", "server"),
        ("internalerror", "server"), ("badgateway", "server"), ("apierror", "server"),
        ("invalid", "invalid_request"), ("badrequest", "invalid_request"), ("validation", "invalid_request"), ("notfound", "invalid_request"),
        ("unprocessable", "invalid_request"), ("contextlength", "invalid_request"), ("toolarge", "invalid_request"), ("argument", "invalid_request"),
        ("unsupported", "invalid_request"), ("notsupported", "invalid_request"), ("format", "invalid_request"), ("typeerror", "invalid_request"),
        ("valueerror", "invalid_request"), ("keyerror", "invalid_request"), ("json", "invalid_request"),
    ];

    public static string Of(string errorType)
    {
        if (int.TryParse(errorType, NumberStyles.None, CultureInfo.InvariantCulture, out var status)) return OfStatus(status);
        if (Exact.TryGetValue(errorType, out var known)) return known;
        var plain = string.Concat(errorType.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        foreach (var (part, name) in Parts)
        {
            if (plain.Contains(part, StringComparison.Ordinal)) return name;
        }

        return Other;
    }

    /// <summary>
    /// The class for an error with a known status. A status is more specific than a generic word; 400 and 422 are less specific than a word
    /// for the reason, such as a content filter or an expired key.
    /// </summary>
    public static string Of(string errorType, int status)
    {
        var byStatus = OfStatus(status);
        if (status is not (400 or 422)) return byStatus == Other ? Of(errorType) : byStatus;
        return Reason(Of(errorType)) ?? byStatus;
    }

    /// <summary>Returns the class if it is more specific than an invalid request, otherwise null.</summary>
    public static string? Reason(string errorClass) => errorClass is "refusal" or "rate_limit" or "auth" or Timeout ? errorClass : null;

    public static string OfStatus(int status) => status switch
    {
        401 or 402 or 403 or 407 => "auth",
        408 or 504 or 524 => "timeout",
        429 => "rate_limit",
        499 => "cancelled",
        >= 400 and < 500 => "invalid_request",
        >= 500 and < 600 => "server",
        _ => Other,
    };
}
