using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.Export;

/// <summary>Finds a folder in which undelivered telemetry may wait, private to the user.</summary>
internal static class RetryDirectory
{
    public static string? Create(string? wanted, string serviceName)
    {
        var path = string.IsNullOrEmpty(wanted) ? Default(serviceName) : wanted!;
        try
        {
#if NET
            if (!OperatingSystem.IsWindows())
            {
                const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
                return Directory.CreateDirectory(path, Private).FullName;
            }
#endif
            return Directory.CreateDirectory(path).FullName;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            TidemarkEventSource.Log.NoRetryDirectory(path);
            return null;
        }
    }

    private static string Default(string serviceName)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        if (home.Length == 0)
            home = Path.Combine(Path.GetTempPath(), Environment.UserName);
        return Path.Combine(home, "tidemark", "otlp", Safe(serviceName));
    }

    private static string Safe(string name) =>
        new([.. name.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' ? c : '_')]);
}
