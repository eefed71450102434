using Microsoft.Extensions.Options;
using Tidemark.Collector.Derive.Amendments;
using Tidemark.Collector.Derive.Monitors;
using Tidemark.Collector.Derive.Rollups;
using Tidemark.Collector.Derive.Sessions;

namespace Tidemark.Collector.Derive;

/// <summary>Registers the pure core: stateless services, shared by all lanes.</summary>
internal static class DeriveServices
{
    public static IServiceCollection AddDerive(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DeriveOptions>().Bind(configuration.GetSection(DeriveOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DeriveOptions>, DeriveOptionsValidator>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<DeriveOptions>>().Value);
        services.AddSingleton<SlowLimits>();
        services.AddSingleton<RollupFold>();
        services.AddSingleton<SessionFold>();
        services.AddSingleton<Expiry>();
        services.AddSingleton<MonitorFold>();
        services.AddSingleton<BatchFold>();
        services.AddSingleton<AmendmentFold>();
        return services;
    }
}
