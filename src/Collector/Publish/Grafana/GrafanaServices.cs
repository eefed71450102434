using Microsoft.Extensions.Options;

namespace Tidemark.Collector.Publish.Grafana;

internal static class GrafanaServices
{
    /// <summary>Adds pushing to Grafana Live if <see cref="GrafanaOptions.Url"/> is set.</summary>
    public static IServiceCollection AddGrafana(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<GrafanaOptions>().Bind(configuration.GetSection(GrafanaOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<GrafanaOptions>, GrafanaOptionsValidator>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<GrafanaOptions>>().Value);
        services.AddSingleton<GrafanaCredentials>();
        services.AddSingleton<PushClient>();
        services.AddSingleton<PushOutlet>();
        services.AddSingleton<NumbersPush>();
        services.AddSingleton<EventsPush>();
        services.AddHostedService<GrafanaPusher>();
        return services;
    }
}
