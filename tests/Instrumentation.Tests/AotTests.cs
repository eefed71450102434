using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Tidemark.Instrumentation.Tests.Testing;
using Tidemark.Testing;

namespace Tidemark.Instrumentation.Tests;

/// <summary>An app compiled ahead of time records and exports; the compiler's and trimmer's warnings are errors.</summary>
[Collection(nameof(Builds))]
public sealed class AotTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [NativeFact]
    public async Task AotApp_PublishedAndRun_Exports()
    {
        await using var sink = await OtlpSink.StartAsync();
        await RunAsync(
            "dotnet", "publish", Project(), "-r",
            RuntimeInformation.RuntimeIdentifier.Contains("arm64", StringComparison.Ordinal) ? "linux-arm64" : "linux-x64",
            "-c", "Release", "-o", _directory.Path, $"-p:CppCompilerAndLinker={NativeFactAttribute.Linker}", "--nologo", "-v", "quiet");

        var output = await RunAsync(Path.Combine(_directory.Path, "aotapp"), sink.Endpoint.AbsoluteUri);

        Assert.Contains("recorded flushed=True", output, StringComparison.Ordinal);
        Assert.Equal(1, sink.Count("/v1/traces", "chat kimi-k2-0905-preview"));
        Assert.Equal(1, sink.Count("/v1/logs", "session.start s-aot"));
        Assert.True(sink.Count("/v1/metrics", "tidemark.session.created") >= 1);
    }

    private static string Project([CallerFilePath] string path = "") =>
        Path.Combine(Path.GetDirectoryName(path)!, "..", "Instrumentation.AotApp", "Instrumentation.AotApp.csproj");

    private Task<string> RunAsync(string program, params string[] arguments) => Command.RunAsync(
        new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["XDG_DATA_HOME"] = _directory.Path,
            ["MSBUILDDISABLENODEREUSE"] = "1",
        },
        program,
        arguments);
}
