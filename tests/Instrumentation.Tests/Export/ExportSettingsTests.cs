using Microsoft.Extensions.Configuration;
using OpenTelemetry.Exporter;
using Tidemark.Instrumentation.Export;
using Tidemark.Testing;

namespace Tidemark.Instrumentation.Tests.Export;

public sealed class ExportSettingsTests : IDisposable
{
    private const string Retry = "OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY";
    private const string RetryPath = "OTEL_DOTNET_EXPERIMENTAL_OTLP_DISK_RETRY_DIRECTORY_PATH";
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Build_ByDefault_WaitsOnDiskInAPrivateFolder()
    {
        var path = Path.Combine(_directory.Path, "a", "b");
        var settings = Build(new TidemarkExportOptions { RetryDirectory = path });

        Assert.Equal(("disk", path), (settings[Retry], settings[RetryPath]));
        Assert.True(Directory.Exists(path));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(path));
    }

    [Fact]
    public void Build_NoFolderCanBeMade_WaitsInMemory()
    {
        var file = Path.Combine(_directory.Path, "file");
        File.WriteAllText(file, string.Empty);

        var settings = Build(new TidemarkExportOptions { RetryDirectory = Path.Combine(file, "below") });

        Assert.Equal(("in_memory", null), (settings[Retry], settings[RetryPath]));
    }

    [Fact]
    public void Build_StandardSettingsGiven_TheyWinOverOurDefaults()
    {
        var settings = Build(new TidemarkExportOptions(), new()
        {
            [Retry] = "in_memory",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "77",
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://collector:4317",
        });

        Assert.Equal(("in_memory", "77", "http://collector:4317"), (settings[Retry], settings["OTEL_BSP_SCHEDULE_DELAY"], settings["OTEL_EXPORTER_OTLP_ENDPOINT"]));
        Assert.Null(settings[RetryPath]);
    }

    [Fact]
    public void Build_OptionsSetInCode_TheyWinOverStandardSettings()
    {
        var settings = Build(
            new TidemarkExportOptions { Endpoint = new Uri("http://other:4318/base"), Protocol = OtlpExportProtocol.HttpProtobuf, RetryDirectory = _directory.Path },
            new() { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://collector:4317", ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "grpc" });

        Assert.Equal(("http://other:4318/base", "http/protobuf"), (settings["OTEL_EXPORTER_OTLP_ENDPOINT"], settings["OTEL_EXPORTER_OTLP_PROTOCOL"]));
    }

    private static IConfiguration Build(TidemarkExportOptions options, Dictionary<string, string?>? given = null)
    {
        options.Configuration = new ConfigurationBuilder().AddInMemoryCollection(given ?? []).Build();
        return ExportSettings.Build("app", options);
    }
}
