using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Tidemark.Testing.Processes;

/// <summary>Sends signals that .NET cannot.</summary>
internal static class Signals
{
    private const int QuitSignal = 3;
    private const int KillSignal = 9;
    private const int Term = 15;

    /// <summary>SIGTERM: asks the process to exit.</summary>
    public static void Terminate(Process process) => Send(process.Id, Term);

    /// <summary>SIGKILL: ends the process immediately.</summary>
    public static void Destroy(int pid) => Send(pid, KillSignal);

    /// <summary>SIGQUIT: PostgreSQL's immediate shutdown.</summary>
    public static void Quit(int pid) => Send(pid, QuitSignal);

    /// <summary>SIGSTOP: pauses the process until <see cref="Resume"/>.</summary>
    public static void Pause(Process process) => Send(process.Id, OperatingSystem.IsLinux() ? 19 : 17);

    /// <summary>SIGCONT: resumes the process.</summary>
    public static void Resume(Process process) => Send(process.Id, OperatingSystem.IsLinux() ? 18 : 19);

    private static void Send(int pid, int signal)
    {
        if (Kill(pid, signal) != 0) throw new InvalidOperationException($"Process {pid} took no signal {signal}: errno {Marshal.GetLastPInvokeError()}.");
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int pid, int signal);
}
