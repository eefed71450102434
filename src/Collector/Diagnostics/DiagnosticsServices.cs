using Microsoft.Extensions.Options;
using Tidemark.Collector.Diagnostics.Telemetry;

namespace Tidemark.Collector.Diagnostics;

internal static class DiagnosticsServices
{
    /// <summary>Adds the collector's own metrics. Call last: hosted services stop in reverse order, and these must stop before the pipeline.</summary>
    public static IServiceCollection AddDiagnostics(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DiagnosticsOptions>().Bind(configuration.GetSection(DiagnosticsOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<DiagnosticsOptions>, DiagnosticsOptionsValidator>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<DiagnosticsOptions>>().Value);
        services.AddMetrics();
        services.AddSingleton<StateGauges>();
        services.AddSingleton<OwnMetrics>();
        services.AddHostedService<OwnMetricsWorker>();
        return services;
    }
}
