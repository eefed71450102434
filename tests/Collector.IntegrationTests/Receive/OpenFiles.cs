using System.Globalization;

namespace Tidemark.Collector.IntegrationTests.Receive;

/// <summary>The limit of open files, and thus sockets, of this process.</summary>
internal static class OpenFiles
{
    private const int ForTheRest = 1_000;

    /// <summary>.NET raises its own limit to the system's maximum.</summary>
    public static int Limit { get; } = Read();

    /// <summary>The requested number, or as many as fit.</summary>
    public static int Room(int wished, int filesEach) => Math.Clamp((Limit - ForTheRest) / filesEach, 100, wished);

    private static int Read()
    {
        const string limits = "/proc/self/limits";
        var line = File.Exists(limits) ? File.ReadLines(limits).FirstOrDefault(text => text.StartsWith("Max open files", StringComparison.Ordinal)) : null;
        var soft = line?["Max open files".Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];
        if (soft == "unlimited") return int.MaxValue;
        return int.TryParse(soft, CultureInfo.InvariantCulture, out var limit) ? limit : 2 * ForTheRest;
    }
}
