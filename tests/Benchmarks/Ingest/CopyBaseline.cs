using System.Globalization;
using Npgsql;

namespace Tidemark.Benchmarks.Ingest;

/// <summary>Plain COPY BINARY of the rows that the collector stored, into a table with the same columns, keys, indexes and partitions.</summary>
internal sealed class CopyBaseline(NpgsqlDataSource database, int connections, int rowsPerCopy)
{
    // Every partition of the original, with its bounds and storage options.
    private const string Prepare =
        """
        CREATE SCHEMA bench;
        CREATE TABLE bench.operations (LIKE tidemark_store.operations INCLUDING ALL) PARTITION BY RANGE (started_at);
        DO $$
        DECLARE part record;
        BEGIN
            FOR part IN
                SELECT c.relname, pg_get_expr(c.relpartbound, c.oid) AS bound, coalesce(' WITH (' || array_to_string(c.reloptions, ', ') || ')', '') AS storage
                FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
                WHERE i.inhparent = 'tidemark_store.operations'::regclass
            LOOP
                EXECUTE format('CREATE TABLE bench.%I PARTITION OF bench.operations %s%s', part.relname, part.bound, part.storage);
            END LOOP;
        END $$;
        """;

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Prepare);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Copies the rows since a moment, shared out over the connections by shard as lanes share them.</summary>
    /// <returns>Rows, and the time that the copying alone took.</returns>
    public async Task<(long Rows, TimeSpan Elapsed)> RunAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var lanes = await Task.WhenAll(Enumerable.Range(0, connections).Select(lane => ReadAsync(since, lane, cancellationToken)));
        var before = await CountAsync(cancellationToken);
        await using (var checkpoint = database.CreateCommand("CHECKPOINT")) await checkpoint.ExecuteNonQueryAsync(cancellationToken);

        var time = TimeProvider.System;
        var started = time.GetTimestamp();
        await Task.WhenAll(lanes.Select(lane => WriteAsync(lane, cancellationToken)));
        var elapsed = time.GetElapsedTime(started);
        return (await CountAsync(cancellationToken) - before, elapsed);
    }

    private async Task<CopyStream[]> ReadAsync(DateTimeOffset since, int lane, CancellationToken cancellationToken)
    {
        // In the order in which they were written, so that the indexes see the same sequence.
        var from = since.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        var sql = $"COPY (SELECT * FROM tidemark_store.operations WHERE started_at >= '{from}' AND shard % {connections} = {lane} ORDER BY tableoid, ctid) TO STDOUT (FORMAT BINARY)";
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var copy = await connection.BeginRawBinaryCopyAsync(sql, cancellationToken);
        using var rows = new MemoryStream();
        await copy.CopyToAsync(rows, cancellationToken);
        return [.. CopyStream.Split(rows.GetBuffer().AsMemory(0, (int)rows.Length), rowsPerCopy)];
    }

    private async Task WriteAsync(CopyStream[] batches, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        foreach (var batch in batches)
        {
            await using var copy = await connection.BeginRawBinaryCopyAsync("COPY bench.operations FROM STDIN (FORMAT BINARY)", cancellationToken);
            await batch.WriteToAsync(copy, cancellationToken);
        }
    }

    private async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT count(*) FROM bench.operations");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
