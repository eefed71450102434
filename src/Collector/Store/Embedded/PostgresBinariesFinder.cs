using System.Globalization;
using System.Text.RegularExpressions;

namespace Tidemark.Collector.Store.Embedded;

/// <summary>Finds PostgreSQL servers on this machine.</summary>
internal sealed partial class PostgresBinariesFinder(EmbeddedPostgresOptions options, Launcher launcher)
{
    private const string Advice =
        "Install PostgreSQL (Debian, Ubuntu: apt install postgresql; Fedora: dnf install postgresql-server; macOS: brew install postgresql), "
        + "or set " + EmbeddedPostgresOptions.Section + ":BinDirectory to the folder that holds initdb, "
        + "or set ConnectionStrings:Tidemark to a database of your own.";

    // Directories in which packages install server binaries; {0} stands for a version.
    private static readonly string[] Roots = ["/usr/lib/postgresql", "/usr/local/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt", "/usr"];

    /// <summary>The newest server, or the one that an existing cluster of version <paramref name="clusterMajor"/> needs.</summary>
    /// <exception cref="EmbeddedPostgresException">No suitable server is installed.</exception>
    public async Task<PostgresBinaries> FindAsync(int? clusterMajor, CancellationToken cancellationToken)
    {
        List<PostgresBinaries> found = [];
        foreach (var directory in Candidates().Where(IsServer))
        {
            if (await VersionAsync(directory, cancellationToken) is { } major) found.Add(new PostgresBinaries(directory, major));
        }

        if (found.Count == 0)
        {
            throw new EmbeddedPostgresException(options.BinDirectory is null
                ? $"No PostgreSQL server was found on this machine. {Advice}"
                : $"There is no PostgreSQL server in {options.BinDirectory}. {Advice}");
        }

        return found.OrderByDescending(server => server.Major).FirstOrDefault(server => clusterMajor is null || server.Major == clusterMajor)
            ?? throw new EmbeddedPostgresException(
                $"The database in {options.Directory} was made by PostgreSQL {clusterMajor}, but this machine has "
                    + $"{string.Join(", ", found.Select(server => server.Major).Distinct())}. "
                + $"Install PostgreSQL {clusterMajor} beside it, or move the data with pg_dump.");
    }

    private static bool IsServer(string directory) => File.Exists(Path.Combine(directory, "initdb")) && File.Exists(Path.Combine(directory, "postgres"));

    private IEnumerable<string> Candidates()
    {
        if (options.BinDirectory is { } own) return [own];
        var path = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];
        return Roots.Where(Directory.Exists)
            .SelectMany(root => Directory.EnumerateDirectories(root).Select(version => Path.Combine(version, "bin")))
            .Where(Directory.Exists)
            .Concat(path)
            .Distinct();
    }

    private async Task<int?> VersionAsync(string directory, CancellationToken cancellationToken)
    {
        var result = await launcher.RunAsync(Path.Combine(directory, "postgres"), ["--version"], cancellationToken);
        var version = Version().Match(result.Output);
        return result.ExitCode == 0 && version.Success ? int.Parse(version.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;
    }

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex Version();
}
