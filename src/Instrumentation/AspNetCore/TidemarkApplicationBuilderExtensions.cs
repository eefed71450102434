#if NET
using Microsoft.Extensions.DependencyInjection;
using Tidemark.Instrumentation;
using Tidemark.Instrumentation.AspNetCore;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Adds sessions to an ASP.NET Core app.</summary>
public static class TidemarkApplicationBuilderExtensions
{
    /// <summary>
    /// Continues each request's session, so that everything the request causes belongs to it. Use it after <c>UseAuthentication</c> if a
    /// claim contains the session. Requires <c>AddTidemark</c> or <c>WithTidemark</c>; without them it does nothing.
    /// </summary>
    /// <param name="app">The app.</param>
    /// <param name="configure">Configures where a request's session is read from.</param>
    /// <returns><paramref name="app"/>.</returns>
    public static IApplicationBuilder UseTidemarkSessions(this IApplicationBuilder app, Action<TidemarkSessionOptions>? configure = null)
    {
        var options = new TidemarkSessionOptions();
        configure?.Invoke(options);
        if (app.ApplicationServices.GetService<TidemarkClient>() is not { } tidemark)
            return app;

        var middleware = new SessionMiddleware(tidemark, options);
        return app.Use(next => context => middleware.InvokeAsync(context, next));
    }
}
#endif
