using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Tidemark.Grafana.Tests.Databases;

/// <summary>Runs the sample fleet against a collector.</summary>
internal static partial class AgentFleetRun
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(3);

    public static Task PlayAsync(Uri endpoint, int operations, int seed) => RunAsync(Arguments(endpoint, rate: 1000, operations, seed), "team=search");

    /// <summary>One of the demo's fleets, accelerated.</summary>
    /// <returns>The number of operations that it reports as sent.</returns>
    public static async Task<long> PlayAsync(Uri endpoint, DemoFleet fleet, TimeSpan demo, int faster, int seed)
    {
        string[] own = ["--service", fleet.Service, "--agents", fleet.Agents, "--speed", faster.ToString(CultureInfo.InvariantCulture)];
        var arguments = Arguments(endpoint, fleet.Rate, (int)(fleet.Rate * demo.TotalSeconds), seed);
        var output = await RunAsync([.. arguments, .. own], $"deployment.environment.name={fleet.Environment},team={fleet.Team}");
        return long.Parse(Sent().Match(output).Groups[1].ValueSpan, CultureInfo.InvariantCulture);
    }

    private static string[] Arguments(Uri endpoint, double rate, int operations, int seed) =>
    [
        "--endpoint", endpoint.ToString(), "--protocol", "grpc", "--rate", rate.ToString(CultureInfo.InvariantCulture), "--seed",
        seed.ToString(CultureInfo.InvariantCulture),
        "--operations", operations.ToString(CultureInfo.InvariantCulture),
    ];

    private static async Task<string> RunAsync(string[] arguments, string attributes)
    {
        var info = new ProcessStartInfo(Executable(), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        info.Environment["OTEL_RESOURCE_ATTRIBUTES"] = attributes;
        using var process = Process.Start(info)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await EndAsync(process);
        Assert.True(process.ExitCode == 0, $"agentfleet ended with {process.ExitCode}: {await output}{await error}");
        return await output;
    }

    [GeneratedRegex(@"^sent .*\boperations=(\d+)", RegexOptions.Multiline)]
    private static partial Regex Sent();

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

    /// <summary>From the output of this build: same configuration, same framework.</summary>
    private static string Executable()
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory);
        var configuration = framework.Parent!;
        return Path.Combine(Shipped.Root, "..", "samples", "AgentFleet", "bin", configuration.Name, framework.Name, "agentfleet");
    }
}
