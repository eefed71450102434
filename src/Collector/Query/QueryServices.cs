using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Tidemark.Collector.Hosting;

namespace Tidemark.Collector.Query;

internal static class QueryServices
{
    /// <summary>The read-only HTTP API and the health checks, on a listener of their own.</summary>
    public static IServiceCollection AddQuery(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<QueryOptions>().Bind(configuration.GetSection(QueryOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddListener(provider =>
        {
            var options = provider.GetRequiredService<IOptions<QueryOptions>>().Value;
            return new Listener(ListenerNames.Api, ListenAddress.Parse(options.Listen), HttpProtocols.Http1, options.MaxConnections);
        });
        return services;
    }
}
