using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Tidemark.Collector.Store.Embedded;

/// <summary>Starts, adopts and stops the server process of one cluster.</summary>
internal sealed class PostgresServer(
    EmbeddedPostgresOptions options,
    ClusterDirectory directory,
    PostgresBinaries binaries,
    Launcher launcher,
    TimeProvider time,
    ILogger logger)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>Adopts the server left running by a killed collector, or ends it if it cannot be used.</summary>
    /// <returns>Null if there is none (any more).</returns>
    public async Task<Postmaster?> AdoptAsync(CancellationToken cancellationToken)
    {
        if (PostmasterFile.Read(directory.PostmasterFile) is not { } left) return null;
        if (!Postmaster.IsRunning(left.Pid))
        {
            // PostgreSQL checks only the process id, and would wait for whichever process has it now.
            File.Delete(directory.PostmasterFile);
            return null;
        }

        if (options.Port is 0 || options.Port == left.Port)
        {
            directory.Port = left.Port;
            if (await IsReadyAsync(cancellationToken))
            {
                EmbeddedLog.Adopted(logger, left.Pid, left.Port);
                return new Postmaster(left.Pid, child: null, time);
            }
        }

        await StopAsync(cancellationToken);
        return null;
    }

    /// <summary>Starts the server and waits until it accepts connections.</summary>
    /// <exception cref="EmbeddedPostgresException">It ended, or is not ready in time.</exception>
    public async Task<Postmaster> StartAsync(CancellationToken cancellationToken)
    {
        var server = launcher.StartServer(binaries.Postgres, ["-D", directory.Data, .. ServerSettings.Arguments(directory.Port, options.Settings)]);
        var words = PumpAsync(server);
        try
        {
            var started = time.GetTimestamp();
            while (!await IsReadyAsync(cancellationToken))
            {
                if (server.HasExited) throw Failed($"ended with code {server.ExitCode}", $"{await words}\n{directory.LastLines()}");
                if (time.GetElapsedTime(started) > options.StartTimeout) throw Failed($"was not ready within {options.StartTimeout}", directory.LastLines());
                await Task.Delay(PollInterval, time, cancellationToken);
            }

            EmbeddedLog.Started(logger, server.Id, directory.Port, directory.Root);
            return new Postmaster(server.Id, server, time);
        }
        catch
        {
            await AbandonAsync(server);
            throw;
        }
    }

    /// <summary>Ends sessions and the server; when it returns, its data is on disk and its process gone.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (PostmasterFile.Read(directory.PostmasterFile) is not { } left || !Postmaster.IsRunning(left.Pid)) return;
        var fast = await PgCtlStopAsync("fast", cancellationToken);
        // pg_ctl returns once the pid file is gone, which the server deletes before it exits.
        if (fast.ExitCode == 0 && await IsGoneAsync(left.Pid, cancellationToken)) return;
        EmbeddedLog.StoppedHard(logger, fast.Output);
        await PgCtlStopAsync("immediate", cancellationToken);
        if (!await IsGoneAsync(left.Pid, cancellationToken)) Postmaster.Kill(left.Pid);
    }

    /// <summary>Ends a server that did not become ready, including one that has not written its pid file yet.</summary>
    private async Task AbandonAsync(Process server)
    {
        if (!server.HasExited) await StopAsync(CancellationToken.None);
        if (server.HasExited) return;
        server.Kill();
        await server.WaitForExitAsync(CancellationToken.None);
    }

    private async Task<bool> IsGoneAsync(int pid, CancellationToken cancellationToken)
    {
        var waited = time.GetTimestamp();
        while (Postmaster.IsRunning(pid))
        {
            if (time.GetElapsedTime(waited) > options.StopTimeout) return false;
            await Task.Delay(PollInterval, time, cancellationToken);
        }

        return true;
    }

    private Task<ToolResult> PgCtlStopAsync(string mode, CancellationToken cancellationToken) =>
        launcher.RunAsync(
            binaries.PgCtl,
            [
                "stop", "-D", directory.Data, "-m", mode, "-w", "-t",
                ((int)Math.Ceiling(options.StopTimeout.TotalSeconds)).ToString(CultureInfo.InvariantCulture)
            ],
            cancellationToken);

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(ClusterConnection.To(directory, ClusterConnection.Maintenance));
        try
        {
            await connection.OpenAsync(cancellationToken);
            return true;
        }
        catch (Exception exception) when (DatabaseFailure.IsConnectionLoss(exception))
        {
            // Refused, starting up, or not our server: the caller's deadline decides.
            return false;
        }
    }

    private EmbeddedPostgresException Failed(string what, string words) =>
        new($"PostgreSQL in {directory.Root} {what} on port {directory.Port}. Its last output: {words.Trim()}");

    // The server writes to standard error until its log file is open; afterwards this reads nothing, and ends with it.
    private static async Task<string> PumpAsync(Process server)
    {
        server.StandardInput.Close();
        var output = server.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var error = await server.StandardError.ReadToEndAsync(CancellationToken.None);
        return await output + error;
    }
}
