using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tidemark.Instrumentation.Tests.Testing;
using Tidemark.Testing;

namespace Tidemark.Instrumentation.Tests.Export;

public sealed class BadSettingsTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly LogRecorder _log = new();

    public void Dispose()
    {
        _log.Dispose();
        _directory.Dispose();
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_HEADERS", "not a header")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "the collector")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json")]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "udp")]
    [InlineData("OTEL_EXPORTER_OTLP_TIMEOUT", "soon")]
    public async Task AddTidemark_SettingCannotBeUsed_AppStartsAndSaysSo(string setting, string value)
    {
        await StartAsync(new() { [setting] = value });

        var logged = Assert.Single(Troubles());
        Assert.Equal((LogLevel.Error, "NothingExported"), (logged.Level, logged.Event));
        Assert.Contains(setting, logged.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("not a header", logged.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tidemark:Protocol", "http")]
    [InlineData("Tidemark:MaxWaitingAge", "two days")]
    [InlineData("Tidemark:CaptureContents", "true")]
    public async Task AddTidemark_SettingOfTheSectionCannotBeUsed_IsOneWarning(string setting, string value)
    {
        await StartAsync(new() { [setting] = value });

        var logged = Assert.Single(Troubles());
        Assert.Equal((LogLevel.Warning, "BadSetting"), (logged.Level, logged.Event));
        Assert.Contains(setting, logged.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tidemark:Sources", "MyApp", "Tidemark:Sources")]
    [InlineData("Tidemark:Sources:0:Name", "MyApp", "Tidemark:Sources:0")]
    [InlineData("Tidemark:Meters", "MyApp", "Tidemark:Meters")]
    [InlineData("Tidemark:Labels", "team=search", "Tidemark:Labels")]
    [InlineData("Tidemark:Labels:team:name", "search", "Tidemark:Labels:team")]
    [InlineData("Tidemark:Headers:x-api-key", "secret", "Tidemark:Headers")]
    [InlineData("Tidemark", "MyApp", "Tidemark")]
    public async Task AddTidemark_SettingOfAnotherShape_IsOneWarning(string setting, string value, string reported)
    {
        await StartAsync(new() { [setting] = value });

        var logged = Assert.Single(Troubles());
        Assert.Equal((LogLevel.Warning, "BadSetting", reported), (logged.Level, logged.Event, logged.Attributes["Setting"]));
        Assert.DoesNotContain("secret", logged.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tidemark:Sources", "")]
    [InlineData("Tidemark:Labels", null)]
    [InlineData("Tidemark:Headers", null)]
    [InlineData("Tidemark:Labels:team", null)]
    public async Task AddTidemark_SettingIsEmpty_IsNoWarning(string setting, string? value)
    {
        await StartAsync(new() { [setting] = value });

        Assert.Empty(Troubles());
    }

    [Fact]
    public async Task AddTidemark_DirectoryCannotBeCreated_LogsItAndTheReason()
    {
        var file = Path.Combine(_directory.Path, "file");
        await File.WriteAllTextAsync(file, string.Empty);
        var directory = Path.Combine(file, "below");
        var reason = Assert.ThrowsAny<IOException>(() => Directory.CreateDirectory(Path.Combine(directory, "own"))).Message.Split('\'')[0];
        await StartAsync([], directory);

        var logged = Assert.Single(Troubles());
        Assert.Equal(LogLevel.Warning, logged.Level);
        Assert.Contains(directory, logged.Message, StringComparison.Ordinal);
        Assert.Contains(reason, logged.Message, StringComparison.Ordinal);
    }

    /// <summary>Other tests run providers in this process in parallel.</summary>
    private IEnumerable<Logged> Troubles() => _log.All.Where(logged => logged.Level >= LogLevel.Warning && logged.Event != "SeveralProviders");

    private async Task StartAsync(Dictionary<string, string?> settings, string? retryDirectory = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(_log);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddSingleton<IConfiguration>(configuration);
        services.AddTidemark("app", configuration.GetSection("Tidemark"), export => export.RetryDirectory = retryDirectory ?? _directory.Path);
        await using var provider = services.BuildServiceProvider();
        foreach (var service in provider.GetServices<IHostedService>())
            await service.StartAsync(CancellationToken.None);
        using (provider.GetRequiredService<TidemarkClient>().StartSession("s"))
        {
        }
    }
}
