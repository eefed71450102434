#if NET
using Microsoft.AspNetCore.Http;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Sources of a request's session. The first one with a value wins: callback, header, cookie, claim.</summary>
public sealed class TidemarkSessionOptions
{
    /// <summary>Returns a request's session; exceptions are ignored.</summary>
    /// <value>None.</value>
    public Func<HttpContext, string?>? Session { get; set; }

    /// <summary>Name of the header with the session's id; <see langword="null"/> = no header.</summary>
    /// <value><c>X-Session-Id</c>.</value>
    public string? Header { get; set; } = "X-Session-Id";

    /// <summary>
    /// Name of the cookie with the session's id; <see langword="null"/> = no cookie. Never use an authentication cookie: its value would
    /// be part of the telemetry.
    /// </summary>
    /// <value>None.</value>
    public string? Cookie { get; set; }

    /// <summary>Type of the user's claim with the session's id, for example <c>sid</c>; <see langword="null"/> = no claim.</summary>
    /// <value>None.</value>
    public string? Claim { get; set; }

    /// <summary>Name of the header with the conversation's id; <see langword="null"/> = no header.</summary>
    /// <value><c>X-Conversation-Id</c>.</value>
    public string? ConversationHeader { get; set; } = "X-Conversation-Id";

    /// <summary>Type of the claim that identifies the user, for example <c>sub</c>; <see langword="null"/> = the user is not recorded.</summary>
    /// <value>None.</value>
    public string? UserClaim { get; set; }

    /// <summary>Maximum length of ids. Longer ids, and ids with control characters, are ignored, as they come from outside.</summary>
    /// <value>128 characters.</value>
    public int MaxLength { get; set; } = 128;
}
#endif
