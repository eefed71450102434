using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Tidemark.Collector.Hosting;
using Tidemark.Collector.Hosting.Tls;
using Tidemark.Collector.Query.Api;
using Tidemark.Collector.Query.Arrivals;
using Tidemark.Collector.Query.Lists;
using Tidemark.Collector.Query.OpenApi;
using Tidemark.Collector.Query.Sessions;

namespace Tidemark.Collector.Query;

internal static class QueryServices
{
    /// <summary>Adds the read-only HTTP API and the health checks, on a listener of their own.</summary>
    public static IServiceCollection AddQuery(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<QueryOptions>().Bind(configuration.GetSection(QueryOptions.Section)).ValidateDataAnnotations().ValidateOnStart()
            .PostConfigure(options => options.GrafanaUrl ??= configuration["Tidemark:Grafana:Url"]);
        services.AddSingleton<IValidateOptions<QueryOptions>, QueryOptionsValidator>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<QueryOptions>>().Value);
        services.AddListener(new ListenSetting($"{QueryOptions.Section}:{nameof(QueryOptions.Listen)}", new QueryOptions().Listen), provider =>
        {
            var options = provider.GetRequiredService<QueryOptions>();
            var tls = ListenerTls.Of(provider, QueryOptionsValidator.TlsSection, options.Tls);
            return new Listener(
                ListenerNames.Api, "Serving the HTTP API and the start page", ListenAddress.Parse(options.Listen), HttpProtocols.Http1, options.MaxConnections,
                tls)
            {
                MaxAge = options.MaxConnectionAge,
            };
        });
        services.AddCors();
        services.AddOpenApi("v1", options => options.AddDocumentTransformer<DescribeDocument>().AddOperationTransformer<DescribeOperation>());
        services.AddSingleton<ApiGate>();
        services.AddSingleton<ApiErrors>();
        services.AddSingleton<ListRequestParser>();
        services.AddSingleton<ListReader>();
        services.AddSingleton<ListEndpoint>();
        services.AddSingleton<SessionEndpoint>();
        services.AddSingleton<SessionReviewReader>();
        services.AddSingleton<ReportEndpoint>();
        services.AddSingleton<HealthEndpoint>();
        services.AddSingleton<ArrivalsEndpoint>();
        return services;
    }

    /// <summary>Middleware for all requests to the API.</summary>
    public static WebApplication UseQuery(this WebApplication app)
    {
        var gate = app.Services.GetRequiredService<ApiGate>();
        var errors = app.Services.GetRequiredService<ApiErrors>();
        if (gate.Origins.Count > 0) app.UseCors(policy => policy.WithOrigins([.. gate.Origins]).WithMethods("GET").AllowAnyHeader());
        app.Use(next => context => errors.RunAsync(context, inner => gate.PassAsync(inner, next)));
        return app;
    }

    /// <summary>Maps the endpoints of the API.</summary>
    public static void MapQuery(this WebApplication app)
    {
        app.MapOpenApi();
        app.MapGet(StartPage.Path, StartPage.HandleAsync).ExcludeFromDescription();
        app.MapGet($"{RunbookPage.Path}/{{name?}}", RunbookPage.HandleAsync).ExcludeFromDescription();
        app.MapGet("/api/arrivals", (HttpContext context, ArrivalsEndpoint arrivals) => arrivals.HandleAsync(context)).WithMetadata(ApiDescriptions.Arrivals);
        MapList(app, "/api/sessions", SessionList.Definition);
        MapList(app, "/api/events", EventList.Definition);
        MapList(app, "/api/ledger", LedgerList.Definition);
        MapList(app, "/api/insights", InsightList.Definition);
        MapList(app, "/api/budgets", BudgetList.Definition);
        foreach (var part in SessionEndpoint.Parts) MapPart(app, $"/api/sessions/{{id}}/{part.Name}", part);

        app.MapGet(
            "/api/windows",
            (HttpContext context, ListEndpoint lists) => lists.HandleAsync(context, IsHistory(context.Request) ? WindowList.History : WindowList.Now))
            .WithMetadata(ApiDescriptions.Of(WindowList.History) with { Summary = WindowList.Now.Summary });
        app.MapGet("/api/health", (HttpContext context, HealthEndpoint health) => health.HandleAsync(context)).WithMetadata(ApiDescriptions.Health);
        app.MapGet("/api/sessions/{id}", (HttpContext context, SessionEndpoint sessions, string id) => sessions.HandleAsync(context, Decode(id)))
            .WithMetadata(ApiDescriptions.Session);
        app.MapGet("/api/sessions/{id}/report", (HttpContext context, ReportEndpoint reports, string id) => reports.HandleAsync(context, Decode(id)))
            .WithMetadata(ApiDescriptions.Report);
    }

    private static void MapList(WebApplication app, string path, ListDefinition list) =>
        app.MapGet(path, (HttpContext context, ListEndpoint lists) => lists.HandleAsync(context, list)).WithMetadata(ApiDescriptions.Of(list));

    private static void MapPart(WebApplication app, string path, ListDefinition list) =>
        app.MapGet(path, (HttpContext context, ListEndpoint lists, string id) => lists.HandleAsync(context, list, ("session", Decode(id))))
            .WithMetadata(ApiDescriptions.OfSession(list));

    private static bool IsHistory(HttpRequest request) => request.Query.ContainsKey("from") || request.Query.ContainsKey("to");

    // Routing decodes everything in a path except this, which would otherwise look like a path separator.
    private static string Decode(string id) => id.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
