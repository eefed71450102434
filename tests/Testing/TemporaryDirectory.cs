namespace Tidemark.Testing;

/// <summary>A temporary folder of a test. Other users can traverse it, because a database server may run as another user.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    private const UnixFileMode Passable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public TemporaryDirectory()
    {
        Path = Directory.CreateTempSubdirectory("tidemark-").FullName;
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path, Passable);
    }

    public string Path { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
