using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Tidemark.Collector.Hosting;
using Tidemark.Collector.Hosting.Access;
using Tidemark.Collector.Hosting.Tls;
using Tidemark.Collector.Receive.Body;
using Tidemark.Collector.Receive.Grpc;
using Tidemark.Collector.Receive.Http;

namespace Tidemark.Collector.Receive;

internal static class ReceiveServices
{
    public const string GrpcListener = "otlp-grpc";
    public const string HttpListener = "otlp-http";

    private static readonly TimeSpan PreflightAge = TimeSpan.FromHours(2);

    /// <summary>Adds OTLP over gRPC and HTTP. Requires an <c>IIngest</c> (Pipeline) and the decoders (Decode).</summary>
    public static IServiceCollection AddReceive(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ReceiveOptions>().Bind(configuration.GetSection(ReceiveOptions.Section)).ValidateOnStart();
        services.AddAccess(configuration);
        services.AddSingleton<IValidateOptions<ReceiveOptions>, ReceiveOptionsValidator>();
        services.AddSingleton<IConfigureOptions<KestrelServerOptions>, ReceiveKestrelLimits>();
        services.AddOptions<HostOptions>().Configure<IOptions<ReceiveOptions>>((host, receive) => host.ShutdownTimeout = receive.Value.StopTimeout);
        services.TryAddSingleton(TimeProvider.System);

        services.AddSingleton(provider => new RefusedRequests(
            provider.GetRequiredService<IOptions<ReceiveOptions>>().Value.RememberedRefusals, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<InFlightBudget>();
        services.AddSingleton<RequestBodies>();
        services.AddSingleton<Exports>();
        services.AddSingleton<PostponedRequests>();
        services.AddSingleton<WrongPort>();
        services.AddSingleton<ExportEndpointServices>();
        services.AddSingleton<HttpExportEndpoint>();
        services.AddSingleton<GrpcExportEndpoint>();
        services.AddSingleton<GrpcHealthEndpoint>();
        services.AddCors();

        var defaults = new ReceiveOptions();
        services.AddListener(
            SettingOf(nameof(ReceiveOptions.Grpc), defaults.Grpc),
            provider => ListenerOf(provider, GrpcListener, "Receiving OTLP/gRPC", options => options.Grpc, _ => HttpProtocols.Http2));
        services.AddListener(
            SettingOf(nameof(ReceiveOptions.Http), defaults.Http),
            provider => ListenerOf(
                provider, HttpListener, "Receiving OTLP/HTTP", options => options.Http,
                options => options.Tls.IsOn ? HttpProtocols.Http1AndHttp2 : HttpProtocols.Http1));
        return services;
    }

    /// <summary>Handles only what arrives through Receive's listeners.</summary>
    public static WebApplication MapReceive(this WebApplication app)
    {
        if (KnownHosts.List(app.Services.GetRequiredService<IOptions<ReceiveOptions>>().Value.CorsOrigins) is { Length: > 0 } origins)
        {
            app.UseWhen(context => context.IsFrom(HttpListener), receive => receive.UseCors(policy =>
                policy.WithOrigins(origins)
                    .WithMethods(HttpMethods.Post)
                    .AllowAnyHeader()
                    .WithExposedHeaders(HeaderNames.RetryAfter)
                    .SetPreflightMaxAge(PreflightAge)));
        }

        RequestThreads.Reserve();
        app.Use(next => context =>
        {
            ConnectionAge.Apply(context);
            return next(context);
        });
        app.Use(next =>
        {
            var http = app.Services.GetRequiredService<HttpExportEndpoint>();
            var grpc = app.Services.GetRequiredService<GrpcExportEndpoint>();
            var health = app.Services.GetRequiredService<GrpcHealthEndpoint>();
            return context =>
                context.IsFrom(GrpcListener) && GrpcHealthEndpoint.IsAsked(context.Request) ? health.HandleAsync(context)
                : context.IsFrom(GrpcListener) ? grpc.HandleAsync(context)
                : context.IsFrom(HttpListener) ? http.HandleAsync(context)
                : next(context);
        });
        return app;
    }

    private static ListenSetting SettingOf(string name, string address) => new($"{ReceiveOptions.Section}:{name}", address);

    private static Listener ListenerOf(
        IServiceProvider provider, string name, string purpose, Func<ReceiveOptions, string> address, Func<ReceiveOptions, HttpProtocols> protocols)
    {
        var options = provider.GetRequiredService<IOptions<ReceiveOptions>>().Value;
        return new Listener(
            name, purpose, ListenAddress.Parse(address(options)), protocols(options), options.MaxConnections,
            ListenerTls.Of(provider, $"{ReceiveOptions.Section}:{nameof(options.Tls)}", options.Tls), options.MaxControlFrames)
        {
            MaxAge = options.MaxConnectionAge,
            Misdirected = WrongPort.On(protocols(options), provider.GetRequiredService<WrongPort>),
        };
    }
}
