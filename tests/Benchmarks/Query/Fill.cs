using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Npgsql;

namespace Tidemark.Benchmarks.Query;

/// <summary>Fills a database through SQL, which is many times faster than sending. Rollups are computed from the operations, as the collector does.</summary>
internal static class Fill
{
    private const string Folder = "Query/Sql/";

    /// <param name="report">Receives a line per step.</param>
    public static async Task RunAsync(
        NpgsqlDataSource database, long operations, long sessions, long users, Action<string> report, CancellationToken cancellationToken)
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var sql = (await reader.ReadToEndAsync(cancellationToken))
                .Replace("{operations}", operations.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{sessions}", sessions.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{users}", users.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            var watch = Stopwatch.StartNew();
            await using var command = database.CreateCommand(sql);
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(cancellationToken);
            report($"filled {name[Folder.Length..]} in {watch.Elapsed.TotalSeconds:F1} s");
        }
    }
}
