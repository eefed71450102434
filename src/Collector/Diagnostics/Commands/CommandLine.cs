using Tidemark.Collector.Diagnostics.Settings;

namespace Tidemark.Collector.Diagnostics.Commands;

/// <summary>Checks the command line of a collector without a command: only settings are accepted. .NET ignores everything else.</summary>
internal static class CommandLine
{
    // Settings of the .NET host, in addition to the collector's own.
    private static readonly string[] Roots = [
        KnownSettings.Root, "ConnectionStrings", "Logging", "Kestrel", "AllowedHosts", "environment", "contentRoot", "applicationName", "urls"
    ];

    /// <summary>Arguments that are not settings, one sentence each.</summary>
    public static IReadOnlyList<string> Errors(IReadOnlyList<string> arguments)
    {
        var errors = new List<string>();
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].Length == 0) continue;
            var key = arguments[i].Split('=')[0];
            var hasValue = key.Length < arguments[i].Length;
            if (!IsSetting(key, hasValue)) errors.Add(Unknown(key));
            else if (!hasValue && ++i == arguments.Count) errors.Add($"'{key}' needs a value: {key}=...");
        }

        return errors;
    }

    private static bool IsSetting(string key, bool hasValue)
    {
        var name = key.TrimStart('-', '/');
        return (hasValue || name.Length < key.Length) && Roots.Contains(name.Split(':')[0], StringComparer.OrdinalIgnoreCase);
    }

    private static string Unknown(string word)
    {
        var name = word.TrimStart('-', '/');
        var command = CommandTable.All.SelectMany(command => command.Names).FirstOrDefault(known => Spelling.Nearest(name, [known.TrimStart('-')]) is not null);
        var meant = command ?? (Spelling.Nearest(name.Split(':')[0], Roots) is { } root ? $"--{root}" : null);
        return meant is null ? $"'{word}' is neither a command nor a setting." : $"'{word}' is neither a command nor a setting; did you mean {meant}?";
    }
}
