using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging.Abstractions;

namespace Tidemark.Aspire.Hosting.Tests;

/// <summary>The contents of an AppHost's model; nothing is started.</summary>
public sealed class AppModelTests
{
    [Fact]
    public void AddTidemark_Alone_HasADatabaseOfItsOwn()
    {
        var builder = DistributedApplication.CreateBuilder();
        var tidemark = builder.AddTidemark("tidemark").WithGrafana();

        Assert.Equal(
            ["tidemark", "tidemark-database", "tidemark-grafana", "tidemark-postgres", "tidemark-reader-password"],
            builder.Resources.Select(resource => resource.Name).Order());
        Assert.True(tidemark.Resource.TryGetContainerImageName(out var image));
        Assert.Equal("tidemark/collector:0.1.0", image);
        Assert.Contains(tidemark.Resource.Annotations, annotation => annotation is HealthCheckAnnotation);
        Assert.Equal(
            ["api", "otlp-grpc", "otlp-http"],
            tidemark.Resource.Annotations.OfType<EndpointAnnotation>().Select(endpoint => endpoint.Name).Order());
    }

    [Fact]
    public async Task WithDatabase_OfTheAppHost_ReplacesItsOwn()
    {
        var builder = DistributedApplication.CreateBuilder();
        var database = builder.AddPostgres("pg").AddDatabase("telemetry");
        var tidemark = builder.AddTidemark("tidemark").WithDatabase(database);

        Assert.DoesNotContain(builder.Resources, resource => resource.Name is "tidemark-postgres" or "tidemark-database");
        var waits = tidemark.Resource.Annotations.OfType<WaitAnnotation>().Select(wait => wait.Resource);
        Assert.Equal(database.Resource, Assert.Single(waits.OfType<PostgresDatabaseResource>()));
        var variables = await VariablesAsync(tidemark.Resource);
        Assert.Contains("Database=telemetry", variables["ConnectionStrings__Tidemark"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithTidemark_OnAResource_SendsBesideTheDashboard()
    {
        var builder = DistributedApplication.CreateBuilder();
        var tidemark = builder.AddTidemarkExecutable("tidemark", "collector.dll", grpcPort: 14317);
        var app = builder.AddExecutable("app", "dotnet", ".", "app.dll").WithTidemark(tidemark);

        var variables = await VariablesAsync(app.Resource);
        Assert.Equal("{tidemark.bindings.otlp-grpc.url}", variables["Tidemark__Endpoint"]);
        Assert.Equal("grpc", variables["Tidemark__Protocol"]);
        Assert.Contains("ConnectionStrings__tidemark", variables.Keys);

        // The variable of Aspire's dashboard is Aspire's.
        Assert.DoesNotContain("OTEL_EXPORTER_OTLP_ENDPOINT", variables.Keys);
        Assert.Contains(app.Resource.Annotations.OfType<WaitAnnotation>(), wait => wait.Resource == tidemark.Resource);
    }

    [Fact]
    public async Task AddTidemarkExecutable_Alone_HasNoContainers()
    {
        var builder = DistributedApplication.CreateBuilder();
        var tidemark = builder.AddTidemarkExecutable("tidemark", "bin/collector.dll");

        Assert.Empty(builder.Resources.OfType<ContainerResource>());
        Assert.Equal("dotnet", tidemark.Resource.Command);
        Assert.Equal("127.0.0.1:{tidemark.bindings.otlp-grpc.targetPort}", (await VariablesAsync(tidemark.Resource))["Tidemark__Receive__Grpc"]);
    }

    [Fact]
    public void Files_OfTheBundle_AreDashboardsRulesAndDataSource()
    {
        var folders = GrafanaBundle.ProvisioningFiles().Cast<ContainerDirectory>().ToDictionary(folder => folder.Name, folder => folder.Entries.Count());

        Assert.True(GrafanaBundle.DashboardFiles().Count() >= 12);
        Assert.True(folders is { Count: 3 } && folders.Values.All(static files => files > 0));
    }

    /// <summary>As in a manifest, with references instead of addresses.</summary>
    private static async Task<Dictionary<string, string>> VariablesAsync(IResourceWithEnvironment resource)
    {
        var publishing = new DistributedApplicationExecutionContext(DistributedApplicationOperation.Publish);
        var reported = await ExecutionConfigurationBuilder.Create(resource)
            .WithEnvironmentVariablesConfig()
            .BuildAsync(publishing, NullLogger.Instance, CancellationToken.None);
        return reported.EnvironmentVariables.ToDictionary(pair => pair.Key, pair => pair.Value);
    }
}
