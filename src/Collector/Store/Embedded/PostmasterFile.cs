using System.Globalization;

namespace Tidemark.Collector.Store.Embedded;

/// <summary>The contents of <c>postmaster.pid</c>, written by a running (or killed) server.</summary>
internal sealed record PostmasterFile(int Pid, int Port)
{
    private const int PidLine = 0;
    private const int PortLine = 3;

    /// <summary>Null if it does not exist, or is not complete yet.</summary>
    public static PostmasterFile? Read(string path)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            // A server that stops deletes it at any time.
            return null;
        }

        return lines.Length > PortLine
            && int.TryParse(lines[PidLine], CultureInfo.InvariantCulture, out var pid)
            && int.TryParse(lines[PortLine], CultureInfo.InvariantCulture, out var port)
                ? new PostmasterFile(pid, port)
                : null;
    }
}
