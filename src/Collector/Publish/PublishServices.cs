using Microsoft.Extensions.Options;
using Tidemark.Collector.Publish.Grafana;
using Tidemark.Collector.Publish.Stream;
using Tidemark.Collector.Publish.Subscribers;
using Tidemark.Collector.Publish.Tail;

namespace Tidemark.Collector.Publish;

internal static class PublishServices
{
    public static IServiceCollection AddPublish(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PublishOptions>().Bind(configuration.GetSection(PublishOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<PublishOptions>>().Value);
        services.AddSingleton<PublishMetrics>();
        services.AddSingleton<StreamWakeUp>();
        services.AddSingleton<SubscriberSet>();
        services.AddSingleton<Replay>();
        services.AddSingleton<StreamSession>();
        services.AddSingleton<StreamEndpoint>();
        services.AddHostedService<EventTail>();
        services.AddHostedService<WindowsTicker>();
        services.AddHostedService<Pulse>();
        return services.AddGrafana(configuration);
    }

    /// <summary>Adds the live event stream.</summary>
    public static IEndpointConventionBuilder MapPublish(this IEndpointRouteBuilder routes) =>
        routes.MapGet(StreamEndpoint.Path, (HttpContext context, StreamEndpoint stream) => stream.HandleAsync(context));
}
