using System.Diagnostics;
using System.Globalization;

namespace Tidemark.Grafana.Tests.Databases;

/// <summary>The sample fleet, run to its end against a collector.</summary>
internal static class AgentFleetRun
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(3);

    public static async Task PlayAsync(Uri endpoint, int operations, int seed)
    {
        string[] arguments =
        [
            "--endpoint", endpoint.ToString(), "--protocol", "grpc", "--rate", "1000", "--seed", seed.ToString(CultureInfo.InvariantCulture),
            "--operations", operations.ToString(CultureInfo.InvariantCulture),
        ];
        using var process = Process.Start(new ProcessStartInfo(Executable(), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await EndAsync(process);
        Assert.True(process.ExitCode == 0, $"agentfleet ended with {process.ExitCode}: {await output}{await error}");
    }

    private static async Task EndAsync(Process process)
    {
        try
        {
            await process.WaitForExitAsync().WaitAsync(Deadline, TimeProvider.System);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    /// <summary>As built beside this build: same configuration, same framework.</summary>
    private static string Executable()
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory);
        var configuration = framework.Parent!;
        return Path.Combine(Shipped.Root, "..", "samples", "AgentFleet", "bin", configuration.Name, framework.Name, "agentfleet");
    }
}
