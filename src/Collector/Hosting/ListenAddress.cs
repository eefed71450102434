using System.Net;

namespace Tidemark.Collector.Hosting;

/// <summary>
/// Parses listen addresses: <c>127.0.0.1:4317</c>, <c>[::1]:4317</c>, <c>localhost:4317</c>, <c>*:4317</c>, several separated by commas, or <c>off</c>.
/// </summary>
internal static class ListenAddress
{
    public static IReadOnlyList<IPEndPoint> Parse(string text) =>
        TryParse(text, out var endPoints) ? endPoints : throw new FormatException($"'{text}' is not an address with a port");

    public static bool TryParse(string? text, out IReadOnlyList<IPEndPoint> endPoints)
    {
        var found = new List<IPEndPoint>();
        endPoints = found;
        if (string.Equals(text?.Trim(), "off", StringComparison.OrdinalIgnoreCase)) return true;
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!TryParseOne(part, out var endPoint)) return false;
            found.Add(endPoint);
        }

        return found.Count > 0;
    }

    /// <summary>True if other machines can reach it.</summary>
    public static bool IsOpen(IPEndPoint endPoint) => !IPAddress.IsLoopback(endPoint.Address);

    private static bool TryParseOne(string text, out IPEndPoint endPoint)
    {
        var numeric = text
            .Replace("localhost:", "127.0.0.1:", StringComparison.OrdinalIgnoreCase)
            .Replace("*:", "[::]:", StringComparison.Ordinal);
        var hasPort = numeric.StartsWith('[') ? numeric.Contains("]:", StringComparison.Ordinal) : numeric.AsSpan().Count(':') == 1;
        return IPEndPoint.TryParse(numeric, out endPoint!) && hasPort;
    }
}
