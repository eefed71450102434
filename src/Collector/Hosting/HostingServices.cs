using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Tidemark.Collector.Hosting.Access;

namespace Tidemark.Collector.Hosting;

internal static class HostingServices
{
    /// <summary>Adds a listener. Each stage that serves requests adds its own and handles only what arrives through it.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="setting">The setting with its address.</param>
    /// <param name="create">Called once, when the server starts: options can be resolved from the services.</param>
    public static IServiceCollection AddListener(this IServiceCollection services, ListenSetting setting, Func<IServiceProvider, Listener> create)
    {
        services.AddSingleton(setting);
        services.AddSingleton(create);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ListenerReport>());
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.TryAddSingleton<FullListeners>();
        services.TryAddSingleton<KestrelListeners>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<KestrelServerOptions>, KestrelListeners>(
            provider => provider.GetRequiredService<KestrelListeners>()));
        return services;
    }

    /// <summary>Bounds the stop of services added after this call; see <see cref="StopDeadline"/>.</summary>
    public static IServiceCollection AddStopDeadline(this IServiceCollection services) => services.AddHostedService<StopDeadline>();

    /// <summary>Adds authentication, for all stages that serve requests: see <see cref="Authenticator"/>.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AccessOptions>().Bind(configuration.GetSection(AccessOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AccessOptions>, AccessOptionsValidator>(
            provider => new AccessOptionsValidator(provider.GetServices<Listener>)));
        services.TryAddSingleton<ApiKeyRing>();
        services.TryAddSingleton<Authenticator>();
        services.TryAddSingleton<KnownHosts>();
        return services;
    }
}
