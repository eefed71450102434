#if NET
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Tidemark.Instrumentation.Sessions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.AspNetCore;

/// <summary>Reads the session of a request. Values from outside are accepted only in the form of an id.</summary>
internal sealed class RequestIdentity(TidemarkSessionOptions options)
{
    public Identity Read(HttpContext context) => new(
        Session: Checked(FromCallback(context))
            ?? Checked(Header(context, options.Header))
            ?? Checked(options.Cookie is { } cookie ? context.Request.Cookies[cookie] : null)
            ?? Checked(Claim(context, options.Claim)),
        Conversation: Checked(Header(context, options.ConversationHeader)),
        User: Checked(Claim(context, options.UserClaim)),
        Agent: null,
        Workflow: null);

    private static string? Header(HttpContext context, string? name) =>
        name is not null && context.Request.Headers.TryGetValue(name, out var values) ? values.ToString() : null;

    private static string? Claim(HttpContext context, string? type) => type is null ? null : context.User.FindFirst(type)?.Value;

    private string? FromCallback(HttpContext context) => options.Session is { } callback
        ? Guard.Run(static call => call.callback(call.context), (callback, context), "asking the app for a request's session")
        : null;

    private string? Checked(string? id)
    {
        if (string.IsNullOrWhiteSpace(id) || id.Length > options.MaxLength)
            return null;

        foreach (var character in id)
        {
            if (char.IsControl(character))
                return null;
        }

        return id;
    }
}
#endif
