#if NET
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Tidemark.Instrumentation.Sessions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.AspNetCore;

/// <summary>Continues a request's session for the duration of the request.</summary>
internal sealed class SessionMiddleware(TidemarkClient tidemark, TidemarkSessionOptions options)
{
    private readonly RequestIdentity _reader = new(options);

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        using var session = Guard.Run(static call => call.self.Begin(call.context), (self: this, context), "taking up a request's session");
        try
        {
            await next(context).ConfigureAwait(false);
            Guard.Run(static request => RequestSpan.Describe(request, exception: null), context, "describing a request");
        }
        catch (Exception exception)
        {
            Guard.Run(static failed => RequestSpan.Describe(failed.context, failed.exception), (context, exception), "describing a request");
            throw;
        }
    }

    private TidemarkSession Begin(HttpContext context)
    {
        var identity = _reader.Read(context);
        if (identity.Session is null && tidemark.Rules.PropagatesSessions)
            identity = identity.Or(SessionBaggage.Read(Activity.Current));
        if (identity.Session is null)
            return default;

        // The request's own span was started before its session was known.
        if (Activity.Current is { IsAllDataRequested: true } around)
            IdentityTags.AddMissing(around, identity);
        if (RequestSpan.Of(context) is { IsAllDataRequested: true } request && !ReferenceEquals(request, Activity.Current))
            IdentityTags.AddMissing(request, identity);
        return tidemark.Continue(identity);
    }
}
#endif
