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
        if (!File.Exists(path)) return null;
        var lines = File.ReadAllLines(path);
        return lines.Length > PortLine
            && int.TryParse(lines[PidLine], CultureInfo.InvariantCulture, out var pid)
            && int.TryParse(lines[PortLine], CultureInfo.InvariantCulture, out var port)
                ? new PostmasterFile(pid, port)
                : null;
    }
}
