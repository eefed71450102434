using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Resources;
using Tidemark.Instrumentation.Export;

namespace Tidemark.Instrumentation.Registration;

/// <summary>Sets the app's resource attributes, unless the standard variables do.</summary>
internal static class ServiceResource
{
    private const string Environment = "deployment.environment";

    public static void Describe(ResourceBuilder resource, IConfiguration settings, IHostEnvironment? host, string serviceName)
    {
        var configured = settings[ExportSettings.ServiceName];
        var name = string.IsNullOrWhiteSpace(configured) ? serviceName : configured;
        if (!string.IsNullOrWhiteSpace(name))
            resource.AddService(name!, autoGenerateServiceInstanceId: false);
        if (host?.EnvironmentName is { Length: > 0 } environment && !Has(settings[ExportSettings.ResourceAttributes], Environment))
            resource.AddAttributes([new($"{Environment}.name", environment.ToLowerInvariant())]);
    }

    public static IEnumerable<KeyValuePair<string, object>> LabelsOf(TidemarkOptions options) =>
        options.Labels.Select(static label => new KeyValuePair<string, object>(label.Key, label.Value));

    private static bool Has(string? attributes, string key) => attributes?.Contains(key) == true;
}
