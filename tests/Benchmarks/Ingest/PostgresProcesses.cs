using System.Globalization;

namespace Tidemark.Benchmarks.Ingest;

/// <summary>Resources used by the processes of a server, from /proc.</summary>
internal static class PostgresProcesses
{
    private const double TicksPerSecond = 100;
    private const int FirstField = 3;
    private const int ParentField = 4;
    private const int UserField = 14;
    private const int SystemField = 15;

    /// <summary>Processor seconds of all current processes except <paramref name="backend"/>; 0 if unavailable.</summary>
    public static double ProcessorSeconds(int backend)
    {
        if (Fields(backend) is not { } own) return 0;
        return Directory.EnumerateDirectories("/proc")
            .Select(path => int.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out var pid) ? Fields(pid) : null)
            .Where(fields => fields is not null && fields[ParentField - FirstField] == own[ParentField - FirstField])
            .Sum(fields => (Number(fields!, UserField) + Number(fields!, SystemField)) / TicksPerSecond);
    }

    private static double Number(string[] fields, int field) => double.Parse(fields[field - FirstField], CultureInfo.InvariantCulture);

    // The second field is a name in parentheses and may contain spaces.
    private static string[]? Fields(int pid)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{pid}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }
}
