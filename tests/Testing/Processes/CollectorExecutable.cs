using System.Diagnostics;

namespace Tidemark.Testing.Processes;

/// <summary>The collector executable built with the tests.</summary>
internal static class CollectorExecutable
{
    public static ProcessStartInfo StartInfo(params ReadOnlySpan<string> arguments)
    {
        // With the dotnet that runs the tests, which an app host may not find.
        var host = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        return new ProcessStartInfo(host, [Path.Combine(AppContext.BaseDirectory, "collector.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
    }

    /// <summary>Sets a configuration key, such as <c>Tidemark:Receive:Http</c>.</summary>
    public static void Set(ProcessStartInfo info, string key, string value) =>
        info.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;

    /// <summary>Runs a command of the collector until it exits.</summary>
    public static async Task<ProgramResult> RunAsync(IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        var info = StartInfo(arguments);
        foreach (var (key, value) in settings) Set(info, key, value);
        using var process = Process.Start(info)!;
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new ProgramResult(process.ExitCode, texts[0], texts[1]);
    }
}
