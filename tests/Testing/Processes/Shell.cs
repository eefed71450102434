using System.Diagnostics;

namespace Tidemark.Testing.Processes;

/// <summary>Runs what a person would type.</summary>
internal static class Shell
{
    /// <summary>Lines of bash; the first that fails ends them.</summary>
    /// <param name="script">As typed.</param>
    /// <param name="folder">Where it runs.</param>
    public static async Task<ProgramResult> RunAsync(string script, string folder)
    {
        var info = new ProcessStartInfo("bash", ["-euc", script]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        using var process = Process.Start(info)!;
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new ProgramResult(process.ExitCode, texts[0], texts[1]);
    }
}
