using System.Diagnostics;

namespace Tidemark.Testing.Processes;

/// <summary>Runs shell scripts.</summary>
internal static class Shell
{
    /// <summary>Runs lines of bash up to the first that fails.</summary>
    /// <param name="script">The script.</param>
    /// <param name="folder">Working directory.</param>
    public static async Task<ProgramResult> RunAsync(string script, string folder)
    {
        var info = new ProcessStartInfo("bash", ["-euc", script]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        using var process = Process.Start(info)!;
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new ProgramResult(process.ExitCode, texts[0], texts[1]);
    }
}
