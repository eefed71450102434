namespace Tidemark.Testing;

/// <summary>A folder that is gone after the test. Others may pass through it: a database server of another user works inside.</summary>
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
