using System.Runtime.CompilerServices;
using Tidemark.Instrumentation.Tests.Testing;
using Tidemark.Testing;

namespace Tidemark.Instrumentation.Tests;

/// <summary>The .NET Standard 2.0 build runs: on .NET 8, where it speaks OTLP over HTTP as on .NET Framework or Mono.</summary>
public sealed class NetStandardTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task NetStandardApp_Run_Exports()
    {
        await using var sink = await OtlpSink.StartAsync();
        var output = await Command.RunAsync(
            new Dictionary<string, string> { ["XDG_DATA_HOME"] = _directory.Path }, Program(), sink.Endpoint.AbsoluteUri);

        Assert.Contains("recorded flushed=True on .NETStandard,Version=v2.0", output, StringComparison.Ordinal);
        Assert.Equal(1, sink.Count("/v1/traces", "chat kimi-k2-0905-preview"));
        Assert.Equal(1, sink.Count("/v1/logs", "session.start s-aot"));
        Assert.True(sink.Count("/v1/metrics", "tidemark.session.created") >= 1);
    }

    private static string Program([CallerFilePath] string path = "")
    {
        var tests = Path.GetDirectoryName(path)!;
        var built = Path.GetDirectoryName(Path.GetRelativePath(tests, Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)))!;
        return Path.GetFullPath(Path.Combine(tests, "..", "Instrumentation.NetStandardApp", built, "net8.0", "netstandardapp"));
    }
}
