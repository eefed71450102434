using Microsoft.Extensions.Options;
using Tidemark.Collector.Diagnostics.Telemetry;

namespace Tidemark.Collector.Diagnostics;

internal static class DiagnosticsServices
{
    /// <summary>The collector's own metrics. Called last: hosted services stop in reverse, so they end before what they are stored by.</summary>
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
