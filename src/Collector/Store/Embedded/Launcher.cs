using System.Diagnostics;
using System.Text;

namespace Tidemark.Collector.Store.Embedded;

/// <summary>Runs PostgreSQL's programs, as another user if the collector is root.</summary>
internal sealed class Launcher(EmbeddedPostgresOptions options)
{
    /// <summary>A process ended by a signal has this exit code plus the signal's number.</summary>
    private const int SignalBase = 128;

    private static readonly string? Setsid = new[] { "/usr/bin/setsid", "/bin/setsid" }.FirstOrDefault(File.Exists);

    public static bool IsRoot => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    /// <summary>Runs a command to completion.</summary>
    public async Task<ToolResult> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Start(OwnSession(program, arguments));
        process.StandardInput.Close();
        var output = new StringBuilder();
        try
        {
            await Task.WhenAll(PumpAsync(process.StandardOutput), PumpAsync(process.StandardError), process.WaitForExitAsync(cancellationToken));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new ToolResult(process.ExitCode, output.ToString().Trim());

        async Task PumpAsync(StreamReader reader)
        {
            while (await reader.ReadLineAsync(cancellationToken) is { } line)
            {
                lock (output) output.AppendLine(line);
            }
        }
    }

    /// <summary>Starts a server that runs until it is stopped.</summary>
    public Process StartServer(string program, IEnumerable<string> arguments) => Start(OwnSession(program, arguments));

    /// <summary>Describes an exit code, or the signal that it stands for.</summary>
    public static string DescribeExit(int code) => code > SignalBase ? $"it was ended by signal {code - SignalBase}" : $"it ended with code {code}";

    /// <summary>Ctrl-C in the collector's terminal is for the collector, which stops its programs in order.</summary>
    private ProcessStartInfo OwnSession(string program, IEnumerable<string> arguments) =>
        Setsid is null ? StartInfo(program, arguments) : StartInfo(Setsid, arguments.Prepend(program));

    private Process Start(ProcessStartInfo info)
    {
        try
        {
            return Process.Start(info)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new EmbeddedPostgresException(
                IsRoot
                    ? $"{info.FileName} could not be started as system user '{options.User}' ({e.Message}). PostgreSQL does not run as "
                        + $"root: create that user, or name another in {EmbeddedPostgresOptions.Section}:User."
                    : $"{info.FileName} could not be started: {e.Message}.",
                e);
        }
    }

    private ProcessStartInfo StartInfo(string program, IEnumerable<string> arguments)
    {
        var info = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            // The other user may have no access to the collector's working directory.
            WorkingDirectory = "/",
        };
        info.Environment["LC_ALL"] = "C";
        foreach (var name in info.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToArray()) info.Environment.Remove(name);
        if (IsRoot) info.UserName = options.User;
        return info;
    }
}
