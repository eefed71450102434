namespace Tidemark.Collector.Tests.Structure.Deploy;

/// <summary>systemd's unit in <c>docs/deploy</c>, by section and key; a key may be there more than once.</summary>
internal sealed class UnitFile
{
    private readonly List<(string Section, string Key, string Value)> _lines = [];

    public static UnitFile Read(string path)
    {
        var unit = new UnitFile();
        var section = "";
        foreach (var line in SourceTree.Read(path).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] is '#' or ';') continue;
            if (line[0] == '[') section = line.Trim('[', ']');
            else if (line.Split('=', 2) is [var key, var value]) unit._lines.Add((section, key, value));
            else throw new FormatException($"'{line}' is no line of a unit.");
        }

        return unit;
    }

    public IReadOnlyList<string> All(string section, string key) =>
        [.. _lines.Where(line => line.Section == section && line.Key == key).Select(line => line.Value)];

    public string One(string section, string key) => All(section, key).Single();
}
