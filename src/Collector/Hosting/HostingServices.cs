using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Tidemark.Collector.Hosting.Access;

namespace Tidemark.Collector.Hosting;

internal static class HostingServices
{
    /// <summary>Opens a door of this process. Each stage that is spoken to adds its own and answers only what comes through it.</summary>
    /// <param name="services">Of the process.</param>
    /// <param name="setting">Where its address is configured.</param>
    /// <param name="create">Called once, when the server starts: options can be read from the services.</param>
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

    /// <summary>Bounds the stop of what is added after this; see <see cref="StopDeadline"/>.</summary>
    public static IServiceCollection AddStopDeadline(this IServiceCollection services) => services.AddHostedService<StopDeadline>();

    /// <summary>Who may come in, for every stage that is spoken to: see <see cref="Authenticator"/>.</summary>
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
