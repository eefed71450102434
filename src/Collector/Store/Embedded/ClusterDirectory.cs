using System.Globalization;
using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace Tidemark.Collector.Store.Embedded;

/// <summary>The files of an embedded cluster: <c>data/</c>, and next to it <c>password</c>, <c>port</c> and <c>lock</c>.</summary>
internal sealed class ClusterDirectory(string path)
{
    /// <summary>
    /// Prefix of the directories in which initdb works: renamed to <see cref="Data"/> when it is done, so that a cluster exists completely or not at all.
    /// </summary>
    public const string Unfinished = "data.unfinished";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int PasswordBytes = 24;

    public string Root { get; } = Path.GetFullPath(path);

    public string Data => Path.Combine(Root, "data");

    public string PasswordFile => Path.Combine(Root, "password");

    /// <summary>Password of the role that dashboards use.</summary>
    public string ReaderPasswordFile => Path.Combine(Root, "reader-password");

    public string PostmasterFile => Path.Combine(Data, "postmaster.pid");

    private string PortFile => Path.Combine(Root, "port");

    private string LockFile => Path.Combine(Root, "lock");

    /// <summary>Major version of the PostgreSQL that created the cluster; null if there is none yet.</summary>
    public int? Major
    {
        get
        {
            var file = Path.Combine(Data, "PG_VERSION");
            if (!File.Exists(file)) return null;
            var text = File.ReadAllText(file).Trim();
            return int.TryParse(text.Split('.')[0], CultureInfo.InvariantCulture, out var major)
                ? major
                : throw new EmbeddedPostgresException(
                    $"{file} says '{text}', which is not a PostgreSQL version: the cluster is damaged. Restore it from a backup, or move the folder away to "
                        + "start with an empty one.");
        }
    }

    /// <summary>The port of the last start; 0 = none yet.</summary>
    public int Port
    {
        get => File.Exists(PortFile) && int.TryParse(File.ReadAllText(PortFile), CultureInfo.InvariantCulture, out var port) ? port : 0;
        set => File.WriteAllText(PortFile, value.ToString(CultureInfo.InvariantCulture) + "\n");
    }

    public bool HasPassword => IsFilled(PasswordFile);

    public string ReadPassword() => File.ReadAllText(PasswordFile).Trim();

    [UnsupportedOSPlatform("windows")]
    public void CreatePasswords()
    {
        CreatePassword(PasswordFile);
        CreatePassword(ReaderPasswordFile);
    }

    /// <summary>Null while another collector holds the directory. The operating system releases the lock of a killed process.</summary>
    public IDisposable? TryLock()
    {
        try
        {
            return new FileStream(LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>The last lines of the server's log, for messages about a failed start.</summary>
    public string LastLines(int lines = 6)
    {
        var log = new DirectoryInfo(Path.Combine(Data, "log"));
        var newest = log.Exists ? log.EnumerateFiles().MaxBy(file => file.LastWriteTimeUtc) : null;
        return newest is null ? "" : string.Join('\n', File.ReadLines(newest.FullName).TakeLast(lines));
    }

    [UnsupportedOSPlatform("windows")]
    private static void CreatePassword(string path)
    {
        if (IsFilled(path)) return;
        // Atomic: a kill at this point leaves no empty password.
        var unfinished = path + ".new";
        File.Delete(unfinished);
        using (var file = new FileStream(
            unfinished, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly }))
        using (var writer = new StreamWriter(file))
        {
            writer.WriteLine(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(PasswordBytes)));
        }

        File.Move(unfinished, path, overwrite: true);
    }

    private static bool IsFilled(string path) => new FileInfo(path) is { Exists: true, Length: > 0 };
}
