using Aspire.Hosting.ApplicationModel;
using Tidemark.Aspire.Hosting;

namespace Aspire.Hosting;

/// <summary>Adds Tidemark to an AppHost.</summary>
public static class TidemarkBuilderExtensions
{
    private const string CollectorImage = "tidemark/collector";
    private const string CollectorTag = "0.1.0";
    private const string DatabaseName = "Tidemark";

    /// <summary>
    /// Adds a collector as a container. Without <see cref="WithDatabase{T}"/> it is given a PostgreSQL container of its own, and
    /// <see cref="WithGrafana"/> adds Grafana with the dashboards.
    /// </summary>
    /// <param name="builder">The AppHost's builder.</param>
    /// <param name="name">The resource's name, and that of the connection string which refers to it.</param>
    /// <param name="grpcPort">The port of OTLP over gRPC on this machine; none = a free one.</param>
    /// <param name="apiPort">The port of the HTTP API on this machine; none = a free one.</param>
    /// <returns>The collector.</returns>
    public static IResourceBuilder<TidemarkContainerResource> AddTidemark(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, int? grpcPort = null, int? apiPort = null)
    {
        var readerPassword = ReaderPassword(builder, name);
        var tidemark = builder.AddResource(new TidemarkContainerResource(name))
            .WithImage(CollectorImage, CollectorTag)
            .WithHttpEndpoint(grpcPort, TidemarkEndpoints.GrpcPort, TidemarkEndpoints.Grpc)
            .WithHttpEndpoint(port: null, TidemarkEndpoints.HttpPort, TidemarkEndpoints.Http)
            .WithHttpEndpoint(apiPort, TidemarkEndpoints.ApiPort, TidemarkEndpoints.Api)
            .WithEnvironment("Tidemark__Receive__Grpc", TidemarkEndpoints.Anywhere(TidemarkEndpoints.GrpcPort))
            .WithEnvironment("Tidemark__Receive__Http", TidemarkEndpoints.Anywhere(TidemarkEndpoints.HttpPort))
            .WithEnvironment("Tidemark__Query__Listen", TidemarkEndpoints.Anywhere(TidemarkEndpoints.ApiPort))

            // The ports are published on loopback only.
            .WithEnvironment("Tidemark__Receive__AllowUnauthenticated", "true")
            .WithEnvironment("Tidemark__Store__ReaderPasswordFile", "/run/tidemark/reader-password")
            .WithContainerFiles("/run/tidemark", async (_, cancellationToken) =>
                [new ContainerFile
                {
                    Name = "reader-password",
                    Contents = await readerPassword.Resource.GetValueAsync(cancellationToken).ConfigureAwait(false) ?? string.Empty,
                }])
            .WithEndpoint(TidemarkEndpoints.Grpc, static endpoint => endpoint.Transport = "http2")
            .WithHttpHealthCheck("/readyz", endpointName: TidemarkEndpoints.Api);

        var server = builder.AddPostgres($"{name}-postgres").WithDataVolume($"{name}-postgres");
        return tidemark.WithDatabase(server.AddDatabase($"{name}-database", "tidemark"));
    }

    /// <summary>Adds a collector as a program on this machine, for where no containers run. Without a database it keeps an embedded PostgreSQL.</summary>
    /// <param name="builder">The AppHost's builder.</param>
    /// <param name="name">The resource's name, and that of the connection string which refers to it.</param>
    /// <param name="collector">The collector's <c>collector.dll</c> or executable.</param>
    /// <param name="workingDirectory">Its working directory, where an embedded PostgreSQL is kept; relative to the AppHost.</param>
    /// <param name="grpcPort">The port of OTLP over gRPC; none = a free one.</param>
    /// <param name="apiPort">The port of the HTTP API; none = a free one.</param>
    /// <returns>The collector.</returns>
    public static IResourceBuilder<TidemarkExecutableResource> AddTidemarkExecutable(
        this IDistributedApplicationBuilder builder,
        [ResourceName] string name,
        string collector,
        string workingDirectory = ".",
        int? grpcPort = null,
        int? apiPort = null)
    {
        var isLibrary = collector.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
        var path = Path.GetFullPath(Path.Combine(builder.AppHostDirectory, collector));
        var folder = Path.GetFullPath(Path.Combine(builder.AppHostDirectory, workingDirectory));
        return builder.AddResource(new TidemarkExecutableResource(name, isLibrary ? "dotnet" : path, folder))
            .WithArgs(context =>
            {
                if (isLibrary)
                    context.Args.Add(path);
            })
            .WithHttpEndpoint(grpcPort, targetPort: null, TidemarkEndpoints.Grpc)
            .WithHttpEndpoint(port: null, targetPort: null, TidemarkEndpoints.Http)
            .WithHttpEndpoint(apiPort, targetPort: null, TidemarkEndpoints.Api)
            .WithEnvironment(Listen)
            .WithEndpoint(TidemarkEndpoints.Grpc, static endpoint => endpoint.Transport = "http2")
            .WithHttpHealthCheck("/readyz", endpointName: TidemarkEndpoints.Api);

        static void Listen(EnvironmentCallbackContext context)
        {
            var tidemark = (ITidemarkResource)context.Resource;
            foreach (var (key, endpoint) in new[] { ("Receive__Grpc", tidemark.Grpc), ("Receive__Http", tidemark.Http), ("Query__Listen", tidemark.Api) })
                context.EnvironmentVariables[$"Tidemark__{key}"] = ReferenceExpression.Create($"127.0.0.1:{endpoint.Property(EndpointProperty.TargetPort)}");
        }
    }

    /// <summary>Keeps the collector's data in this database, rather than in one of its own; the collector waits for it.</summary>
    /// <typeparam name="T">The collector's type.</typeparam>
    /// <param name="builder">The collector.</param>
    /// <param name="database">A PostgreSQL database.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static IResourceBuilder<T> WithDatabase<T>(
        this IResourceBuilder<T> builder, IResourceBuilder<IResourceWithConnectionString> database)
        where T : ITidemarkResource
    {
        TidemarkDatabase.Replace(builder, database);
        return builder
            .WithEnvironment($"ConnectionStrings__{DatabaseName}", database.Resource.ConnectionStringExpression)
            .WithRelationship(database.Resource, "Database")
            .WaitFor(database);
    }

    /// <summary>Adds Grafana with Tidemark's data source, dashboards and alert rules, as a container that reads a PostgreSQL server.</summary>
    /// <param name="builder">The collector.</param>
    /// <param name="server">The server that holds the collector's database; none = the one that <see cref="AddTidemark"/> added.</param>
    /// <param name="database">The database's name.</param>
    /// <param name="port">Grafana's port on this machine; none = a free one.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static IResourceBuilder<TidemarkContainerResource> WithGrafana(
        this IResourceBuilder<TidemarkContainerResource> builder,
        IResourceBuilder<PostgresServerResource>? server = null,
        string database = "tidemark",
        int? port = null)
    {
        var name = builder.Resource.Name;
        var postgres = server?.Resource
            ?? builder.ApplicationBuilder.Resources.OfType<PostgresServerResource>().SingleOrDefault(resource => resource.Name == $"{name}-postgres")
            ?? throw new InvalidOperationException($"Grafana needs the PostgreSQL server that holds the database of '{name}'. Pass it to WithGrafana.");
        builder.ApplicationBuilder.AddContainer($"{name}-grafana", "grafana/grafana", "12.4.0")
            .WithHttpEndpoint(port, targetPort: 3000, "http")
            .WithContainerFiles(GrafanaBundle.Provisioning, GrafanaBundle.ProvisioningFiles())
            .WithContainerFiles(GrafanaBundle.Dashboards, GrafanaBundle.DashboardFiles())
            .WithEnvironment("TIDEMARK_PG_URL", ReferenceExpression.Create($"{postgres.PrimaryEndpoint.Property(EndpointProperty.HostAndPort)}"))
            .WithEnvironment("TIDEMARK_PG_DATABASE", database)
            .WithEnvironment("TIDEMARK_PG_SSLMODE", "disable")
            .WithEnvironment("TIDEMARK_DASHBOARDS", GrafanaBundle.Dashboards)
            .WithEnvironment("GF_TIDEMARK_READER_PASSWORD", ReaderPassword(builder.ApplicationBuilder, name))
            .WithEnvironment("GF_AUTH_ANONYMOUS_ENABLED", "true")
            .WithEnvironment("GF_AUTH_ANONYMOUS_ORG_ROLE", "Viewer")
            .WithEnvironment("GF_USERS_HOME_PAGE", "/d/tidemark-overview")
            .WithEnvironment("GF_DASHBOARDS_MIN_REFRESH_INTERVAL", "1s")
            .WithEnvironment("GF_PLUGINS_PREINSTALL_DISABLED", "true")
            .WithHttpHealthCheck("/api/health", endpointName: "http")
            .WithParentRelationship(builder.Resource)
            .WaitFor(builder);
        return builder;
    }

    /// <summary>
    /// Sends the telemetry of a resource that uses <c>Tidemark.Instrumentation</c> to the collector, beside Aspire's own dashboard. The
    /// resource waits for the collector.
    /// </summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="tidemark">The collector.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static IResourceBuilder<T> WithTidemark<T>(this IResourceBuilder<T> builder, IResourceBuilder<ITidemarkResource> tidemark)
        where T : IResourceWithEnvironment, IResourceWithWaitSupport =>
        builder
            .WithReference(tidemark)
            .WithEnvironment("Tidemark__Endpoint", tidemark.Resource.Grpc)
            .WithEnvironment("Tidemark__Protocol", "grpc")
            .WaitFor(tidemark);

    /// <summary>One for the collector, which makes the reader's role, and for Grafana, which reads with it.</summary>
    private static IResourceBuilder<ParameterResource> ReaderPassword(IDistributedApplicationBuilder builder, string name)
    {
        var parameter = $"{name}-reader-password";
        return builder.Resources.OfType<ParameterResource>().FirstOrDefault(resource => resource.Name == parameter) is { } known
            ? builder.CreateResourceBuilder(known)
            : builder.AddParameter(parameter, new GenerateParameterDefault { MinLength = 24, Special = false }, secret: true, persist: true);
    }
}
