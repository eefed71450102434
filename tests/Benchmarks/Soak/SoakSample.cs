using System.Globalization;
using Npgsql;
using Tidemark.Testing.Processes;

namespace Tidemark.Benchmarks.Soak;

/// <summary>One minute of a soak.</summary>
internal sealed record SoakSample(IReadOnlyDictionary<string, double> Values)
{
    private const string Database = """
        SELECT (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database())::float8, pg_database_size(current_database())::float8 / 1e6,
            (SELECT count(*) FROM pg_inherits WHERE inhparent = 'tidemark_store.operations'::regclass)::float8,
            (SELECT count(*) FROM tidemark_store.operations)::float8, (SELECT count(*) FROM tidemark_store.sessions)::float8
        """;

    /// <param name="answers">Milliseconds, ascending, as the following.</param>
    public static async Task<SoakSample> TakeAsync(
        CollectorProcess collector, NpgsqlDataSource database, double[] answers, double[] live, double[] queries, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Database);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return new SoakSample(new Dictionary<string, double>
        {
            ["rss_mb"] = Status(collector.Pid, "VmRSS:") / 1e3,
            ["threads"] = Status(collector.Pid, "Threads:"),
            ["files"] = Directory.EnumerateFileSystemEntries(string.Create(CultureInfo.InvariantCulture, $"/proc/{collector.Pid}/fd")).Count(),
            ["connections"] = row.GetDouble(0),
            ["database_mb"] = row.GetDouble(1),
            ["partitions"] = row.GetDouble(2),
            ["operations"] = row.GetDouble(3),
            ["sessions"] = row.GetDouble(4),
            ["answer_p50_ms"] = At(answers, 0.5),
            ["answer_p99_ms"] = At(answers, 0.99),
            ["live_p99_ms"] = At(live, 0.99),
            ["query_p95_ms"] = At(queries, 0.95),
        });
    }

    private static double At(double[] sorted, double quantile) =>
        sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(quantile * sorted.Length))];

    private static double Status(int pid, string name)
    {
        var line = File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/status"))
            .First(line => line.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
