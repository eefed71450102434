using System.Text.Json;
using Npgsql;

namespace Tidemark.Benchmarks.Ingest;

/// <summary>Resources used so far by collector, database and sender.</summary>
/// <param name="AllocatedBytes">Managed memory allocated by the collector.</param>
/// <param name="ResidentBytes">The collector's current memory.</param>
/// <param name="Collector">Processor seconds of the collector.</param>
/// <param name="Postgres">Processor seconds of the database.</param>
/// <param name="Sender">Processor seconds of this process.</param>
/// <param name="WalBytes">Write-ahead log written by the database.</param>
internal sealed record Usage(double AllocatedBytes, double ResidentBytes, double Collector, double Postgres, double Sender, double WalBytes)
{
    public static async Task<Usage> ReadAsync(Uri api, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        await using var body = await client.GetStreamAsync(new Uri(api, "/api/process"), cancellationToken);
        using var process = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
        await using var command = database.CreateCommand("SELECT pg_backend_pid(), (pg_current_wal_insert_lsn() - '0/0')::float8");
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return new Usage(
            process.RootElement.GetProperty("allocated_bytes").GetInt64(),
            process.RootElement.GetProperty("resident_bytes").GetInt64(),
            process.RootElement.GetProperty("cpu_seconds").GetDouble(),
            PostgresProcesses.ProcessorSeconds(row.GetInt32(0)),
            Environment.CpuUsage.TotalTime.TotalSeconds,
            row.GetDouble(1));
    }
}
