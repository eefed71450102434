using System.Runtime.Versioning;

namespace Tidemark.Collector.Store.Embedded;

/// <summary>Creates the cluster: one owner role with a generated password, no access without it.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class ClusterInitialiser(EmbeddedPostgresOptions options, ClusterDirectory directory, Launcher launcher, ILogger logger)
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Creates the directory, and checks that the server's user can access it.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        // Parent directories have default permissions, as the server's user must pass through them.
        Directory.CreateDirectory(Path.GetDirectoryName(directory.Root)!);
        Directory.CreateDirectory(directory.Root, Private);
        if (!Launcher.IsRoot) return;
        await HandOverAsync(directory.Root, cancellationToken);
        var access = await launcher.RunAsync("/bin/sh", ["-c", "cd \"$1\"", "sh", directory.Root], cancellationToken);
        if (access.ExitCode == 0) return;
        throw new EmbeddedPostgresException(
            $"System user '{options.User}', who runs PostgreSQL for root, cannot enter {directory.Root}: a folder above it is closed to others. "
            + $"Set {EmbeddedPostgresOptions.Section}:Directory to a folder that '{options.User}' can reach, run the collector as an ordinary user, or set "
            + "ConnectionStrings:Tidemark.");
    }

    /// <summary>Runs initdb unless the cluster exists.</summary>
    public async Task InitialiseAsync(PostgresBinaries binaries, CancellationToken cancellationToken)
    {
        if (directory.Major is not null && !directory.HasPassword)
            throw new EmbeddedPostgresException(
                $"{directory.PasswordFile} is missing or empty, and the cluster beside it cannot be opened without: restore the file.");
        directory.CreatePasswords();
        if (directory.Major is not null) return;
        if (Launcher.IsRoot) await HandOverAsync(directory.PasswordFile, cancellationToken);
        DeleteUnfinished();
        EmbeddedLog.Initialising(logger, binaries.Major, directory.Root);
        // A unique name: the initdb of a killed collector may still be running.
        var unfinished = Path.Combine(directory.Root, $"{ClusterDirectory.Unfinished}.{Guid.NewGuid():N}");
        var initdb = await launcher.RunAsync(binaries.Initdb, Arguments(unfinished), cancellationToken);
        if (initdb.ExitCode != 0)
        {
            throw new EmbeddedPostgresException(
                $"initdb could not make a database in {directory.Root}: {Launcher.DescribeExit(initdb.ExitCode)}. The next start begins again. Its last "
                    + $"output: {initdb.LastLines}");
        }

        Directory.Move(unfinished, directory.Data);
    }

    private void DeleteUnfinished()
    {
        foreach (var left in Directory.EnumerateDirectories(directory.Root, $"{ClusterDirectory.Unfinished}*"))
        {
            try
            {
                Directory.Delete(left, recursive: true);
            }
            catch (IOException inUse)
            {
                EmbeddedLog.UnfinishedKept(logger, left, inUse.Message);
            }
        }
    }

    private string[] Arguments(string data) =>
    [
        $"--pgdata={data}",
        $"--username={EmbeddedPostgres.Owner}",
        $"--pwfile={directory.PasswordFile}",
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
    ];

    // .NET cannot change a file's owner; chown exists on every Unix.
    private async Task HandOverAsync(string path, CancellationToken cancellationToken)
    {
        var asRoot = new Launcher(new EmbeddedPostgresOptions { User = "root" });
        var chown = await asRoot.RunAsync("chown", [options.User, path], cancellationToken);
        if (chown.ExitCode != 0)
        {
            throw new EmbeddedPostgresException(
                $"{path} could not be given to system user '{options.User}', who runs PostgreSQL for root: {chown.Output}. Create that user, or name another "
                    + $"in {EmbeddedPostgresOptions.Section}:User.");
        }
    }
}
