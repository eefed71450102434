using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tidemark.Instrumentation.Tests.Support;

namespace Tidemark.Instrumentation.Tests.Export;

public sealed class BadSettingsTests
{
    [Fact]
    public async Task AddTidemark_HeadersCannotBeUsed_AppStartsAndSaysSo()
    {
        using var log = new LogRecorder();
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(log);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["OTEL_EXPORTER_OTLP_HEADERS"] = "not a header",
            ["OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY"] = "in_memory",
        }).Build());
        services.AddTidemark("app");
        await using var provider = services.BuildServiceProvider();
        foreach (var service in provider.GetServices<IHostedService>())
            await service.StartAsync(CancellationToken.None);
        using (provider.GetRequiredService<TidemarkClient>().StartSession("s"))
        {
        }

        Assert.Equal((LogLevel.Error, "NothingExported"), log.All.Select(logged => (logged.Level, logged.Event)).First());
    }
}
