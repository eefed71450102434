using Tidemark.Collector.Hosting;

namespace Tidemark.Collector.Diagnostics.Commands;

/// <summary>Everything that would keep the collector from starting, so far as it can be seen without the database.</summary>
internal static class StartErrors
{
    public static IReadOnlyList<string> Of(IServiceCollection services)
    {
        using var provider = services.BuildServiceProvider();
        return [
            .. ConfigurationErrors.Of(services), .. ListenerProbe.Faults(provider.GetRequiredService<IConfiguration>(), provider.GetServices<ListenSetting>())
        ];
    }
}
