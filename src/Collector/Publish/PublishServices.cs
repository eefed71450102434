using Microsoft.Extensions.Options;

namespace Tidemark.Collector.Publish;

internal static class PublishServices
{
    public static IServiceCollection AddPublish(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PublishOptions>().Bind(configuration.GetSection(PublishOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<PublishOptions>>().Value);
        services.AddSingleton<EventFeed>();
        return services;
    }
}
