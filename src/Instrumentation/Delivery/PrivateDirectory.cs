namespace Tidemark.Instrumentation.Delivery;

/// <summary>Directories that only the user can read: waiting telemetry may contain sensitive data.</summary>
internal static class PrivateDirectory
{
    public static void Create(string path)
    {
#if NET
        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            Directory.CreateDirectory(path, Private);
            return;
        }
#endif
        Directory.CreateDirectory(path);
    }

    /// <summary>Default directory for a service's undelivered requests.</summary>
    public static string Default(string serviceName)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        if (home.Length == 0)
            home = Path.Combine(Path.GetTempPath(), Environment.UserName);
        return Path.Combine(home, "tidemark", "outbox", Safe(serviceName));
    }

    private static string Safe(string name) =>
        new([.. name.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' ? c : '_')]);
}
