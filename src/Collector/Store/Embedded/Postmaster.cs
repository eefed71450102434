using System.Diagnostics;

namespace Tidemark.Collector.Store.Embedded;

/// <summary>The server's main process: our own child, or one left by an earlier collector.</summary>
internal sealed class Postmaster(int pid, Process? child, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);

    public int Pid { get; } = pid;

    /// <summary>False for a process that has exited but was not reaped, and for another program that got its process id.</summary>
    public static bool IsRunning(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return !process.HasExited && process.ProcessName.StartsWith("post", StringComparison.Ordinal) && !IsZombie(pid);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Kills a process that did not end when asked to; no effect if it has ended.</summary>
    public static void Kill(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            process.Kill();
        }
        catch (ArgumentException)
        {
            // It has just ended.
        }
    }

    public async Task WaitForExitAsync(CancellationToken cancellationToken)
    {
        if (child is not null)
        {
            await child.WaitForExitAsync(cancellationToken);
            return;
        }

        while (IsRunning(Pid)) await Task.Delay(Poll, time, cancellationToken);
    }

    public void Dispose() => child?.Dispose();

    private static bool IsZombie(int pid)
    {
        try
        {
            return OperatingSystem.IsLinux() && File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            // Reaped in the meantime.
            return true;
        }
    }
}
