using System.Diagnostics;

namespace Tidemark.Testing.Processes;

/// <summary>The repository's <c>dev</c> script, with its own state and ports.</summary>
/// <param name="state">Folder of its state.</param>
/// <param name="grafanaDownloads">Address to download Grafana from; null = a closed port.</param>
internal sealed class DevScript(string state, Uri? grafanaDownloads = null)
{
    private readonly CollectorPorts _ports = CollectorPorts.Free();

    public Uri Api => new($"http://127.0.0.1:{_ports.Api}");

    /// <summary>Runs a command until it exits.</summary>
    public async Task<ProgramResult> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new ProgramResult(process.ExitCode, texts[0], texts[1]);
    }

    public Process Start(params string[] arguments)
    {
        var info = new ProcessStartInfo(Path.Combine(Repository.Root, "dev"), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        // Environment variables of a running build would mislead the build that dev starts.
        foreach (var name in info.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            info.Environment.Remove(name);
        info.Environment["TIDEMARK_STATE"] = state;
        info.Environment["TIDEMARK_GRPC_PORT"] = $"{_ports.Grpc}";
        info.Environment["TIDEMARK_HTTP_PORT"] = $"{_ports.Http}";
        info.Environment["TIDEMARK_API_PORT"] = $"{_ports.Api}";
        // Tests download nothing. Port 9 (discard) is closed on any machine that runs tests.
        info.Environment["TIDEMARK_GRAFANA_DOWNLOADS"] = (grafanaDownloads?.ToString() ?? "http://127.0.0.1:9").TrimEnd('/');
        return Process.Start(info)!;
    }
}
