using System.Globalization;
using System.Text.RegularExpressions;

namespace Tidemark.Grafana.Tests.Databases;

/// <summary>A line of <c>demo_fleets</c> in <c>scripts/up.sh</c>.</summary>
internal sealed partial record DemoFleet(string Service, string Environment, string Team, double Rate, string Agents)
{
    public static IReadOnlyList<DemoFleet> ReadAll()
    {
        var script = File.ReadAllText(Path.Combine(Shipped.Root, "..", "scripts", "up.sh"));
        var lines = List().Match(script).Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Select(line => line.Split(' '))
            .Select(words => new DemoFleet(words[0], words[1], words[2], double.Parse(words[3], CultureInfo.InvariantCulture), words[4]))];
    }

    [GeneratedRegex(@"demo_fleets\(\).*?<<'LIST'\n(.*?)\nLIST\n", RegexOptions.Singleline)]
    private static partial Regex List();
}
