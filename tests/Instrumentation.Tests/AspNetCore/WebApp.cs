using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Trace;
using Tidemark.Instrumentation.Tests.Testing;

namespace Tidemark.Instrumentation.Tests.AspNetCore;

/// <summary>A real ASP.NET Core app with its own OpenTelemetry setup.</summary>
internal sealed class WebApp : IOpenTelemetryBuilder, IAsyncDisposable
{
    private readonly WebApplicationBuilder _builder = WebApplication.CreateSlimBuilder();
    private WebApplication? _app;

    public WebApp()
    {
        _builder.Logging.ClearProviders();
        _builder.WebHost.UseUrls("http://127.0.0.1:0");
        Exported = new(static span => span);
        this.WithTracing(tracing => tracing.AddSource("Microsoft.AspNetCore").AddProcessor(new SimpleActivityExportProcessor(Exported)));
    }

    public IServiceCollection Services => _builder.Services;

    public Collecting<System.Diagnostics.Activity, System.Diagnostics.Activity> Exported { get; }

    public TidemarkClient Tidemark => _app!.Services.GetRequiredService<TidemarkClient>();

    /// <summary>Starts the app; every request is of a user with the claims <c>sid</c> and <c>sub</c>, and answered by the delegate.</summary>
    public async Task<Uri> StartAsync(Func<Task<string>> answer, Action<TidemarkSessionOptions>? configure = null)
    {
        _app = _builder.Build();
        _app.Services.GetRequiredService<TracerProvider>();
        _app.Use(next => context =>
        {
            context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim("sid", "from-claim"), new Claim("sub", "u-7")], "test"));
            return next(context);
        });
        _app.UseTidemarkSessions(configure);
        _app.MapGet("/", answer);
        await _app.StartAsync();
        return new Uri(_app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
    }
}
