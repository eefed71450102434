using System.Globalization;
using Npgsql;
using Tidemark.Benchmarks.Ingest;
using Tidemark.Benchmarks.Running;

namespace Tidemark.Benchmarks.Costs;

/// <summary>Writes the cost per operation of each step.</summary>
internal sealed class CostMeter(NpgsqlDataSource database, int operations, TextWriter output)
{
    private const double Micro = 1e-6;

    public async Task MeasureAsync(string name, string schema, Func<Task> work, CancellationToken cancellationToken)
    {
        await using (var checkpoint = database.CreateCommand("CHECKPOINT")) await checkpoint.ExecuteNonQueryAsync(cancellationToken);
        var (heapBefore, indexesBefore) = await SizesAsync(schema, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var before = await ReadAsync(connection, cancellationToken);
        await work();
        var after = await ReadAsync(connection, cancellationToken);
        var (heap, indexes) = await SizesAsync(schema, cancellationToken);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-24}cpu_us own={Each(after.Own - before.Own) / Micro,6:F1} postgres={Each(after.Postgres - before.Postgres) / Micro,6:F1} "
                + $"wal={Each(after.Wal - before.Wal),6:F0} heap={Each(heap - heapBefore),6:F0} indexes={Each(indexes - indexesBefore),6:F0}"));
    }

    private static async Task<(double Own, double Postgres, double Wal)> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT pg_backend_pid(), (pg_current_wal_insert_lsn() - '0/0')::float8", connection);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return (Environment.CpuUsage.TotalTime.TotalSeconds, PostgresProcesses.ProcessorSeconds(row.GetInt32(0)), row.GetDouble(1));
    }

    private async Task<(long Heap, long Indexes)> SizesAsync(string schema, CancellationToken cancellationToken)
    {
        var sizes = await Size.ReadAsync(database, schema, cancellationToken);
        return (sizes.Sum(size => size.Heap), sizes.Sum(size => size.Indexes));
    }

    private double Each(double whole) => whole / operations;
}
