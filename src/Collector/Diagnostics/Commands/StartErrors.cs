using Tidemark.Collector.Hosting;

namespace Tidemark.Collector.Diagnostics.Commands;

/// <summary>All errors that would prevent a start, as far as they can be found without the database.</summary>
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
