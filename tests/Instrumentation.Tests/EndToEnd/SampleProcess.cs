using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Tidemark.Testing;
using Tidemark.Testing.Processes;

namespace Tidemark.Instrumentation.Tests.EndToEnd;

/// <summary>A process of a sample that was built with the tests.</summary>
internal sealed class SampleProcess : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private readonly ConcurrentQueue<string> _output = new();
    private readonly Process _process;

    private SampleProcess(ProcessStartInfo info)
    {
        _process = new Process { StartInfo = info };
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public IReadOnlyList<string> Output => [.. _output];

    /// <param name="project">Folder of the sample; its program has the same name in lower case.</param>
    /// <param name="environment">Variables to set.</param>
    /// <param name="arguments">Command-line arguments.</param>
    public static SampleProcess Start(string project, IReadOnlyDictionary<string, string> environment, params ReadOnlySpan<string> arguments)
    {
        var host = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        var info = new ProcessStartInfo(host, [Program(project), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in environment)
            info.Environment[key] = value;
        return new SampleProcess(info);
    }

    /// <summary>Waits for a line of output.</summary>
    /// <returns>What stands behind <paramref name="start"/> in it.</returns>
    public async Task<string> LineAsync(string start) => (await Eventually.GetAsync(
        () => Task.FromResult(_output.Select(line => line.Trim()).FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal))),
        static line => line is not null))![start.Length..];

    /// <summary>Waits for its exit.</summary>
    /// <returns>Its last line.</returns>
    public async Task<string> EndAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        await _process.WaitForExitAsync(limit.Token);
        Assert.True(_process.ExitCode == 0, $"It ended with {_process.ExitCode}:\n{string.Join('\n', _output)}");
        return _output.Last();
    }

    /// <summary>Sends SIGTERM, as a terminal or orchestrator does, and waits for its exit.</summary>
    /// <returns>Its last line.</returns>
    public Task<string> StopAsync()
    {
        Signals.Terminate(_process);
        return EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    /// <summary>Output folders of tests and samples are named after configuration and framework.</summary>
    private static string Program(string project, [CallerFilePath] string path = "")
    {
        var built = Path.GetRelativePath(Path.Combine(Path.GetDirectoryName(path)!, ".."), AppContext.BaseDirectory);
        return Path.GetFullPath(Path.Combine(
            Path.GetDirectoryName(path)!, "..", "..", "..", "samples", project, built, $"{project.ToLowerInvariant()}.dll"));
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is not null)
            _output.Enqueue(line.Data);
    }
}
