using Npgsql;
using NpgsqlTypes;

namespace Tidemark.Benchmarks.Ingest;

/// <summary>
/// Plain COPY BINARY of the rows that the collector stored, as a .NET program does it (Npgsql's binary importer, typed values
/// from memory), into a table with the same columns, keys, indexes and partitions.
/// </summary>
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

    private NpgsqlDbType[] _types = [];

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

    private async Task<List<object[]>> ReadAsync(DateTimeOffset since, int lane, CancellationToken cancellationToken)
    {
        // In the order in which they were written, so that the indexes see the same sequence.
        await using var command = database.CreateCommand("SELECT * FROM tidemark_store.operations WHERE started_at >= $1 AND shard % $2 = $3 ORDER BY tableoid, ctid");
        command.Parameters.Add(new NpgsqlParameter { Value = since.UtcDateTime });
        command.Parameters.Add(new NpgsqlParameter { Value = connections });
        command.Parameters.Add(new NpgsqlParameter { Value = lane });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        _types = [.. reader.GetColumnSchema().Select(column => column.NpgsqlDbType!.Value)];
        var rows = new List<object[]>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    private Task WriteAsync(List<object[]> rows, CancellationToken cancellationToken) => Task.Run(
        async () =>
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            foreach (var chunk in rows.Chunk(rowsPerCopy))
            {
                await using var writer = await connection.BeginBinaryImportAsync("COPY bench.operations FROM STDIN (FORMAT BINARY)", cancellationToken);
                foreach (var row in chunk) await WriteAsync(writer, row, cancellationToken);
                await writer.CompleteAsync(cancellationToken);
            }
        },
        cancellationToken);

    private async Task WriteAsync(NpgsqlBinaryImporter writer, object[] row, CancellationToken cancellationToken)
    {
        await writer.StartRowAsync(cancellationToken);
        for (var i = 0; i < row.Length; i++)
        {
            var write = row[i] switch
            {
                DBNull => writer.WriteNullAsync(cancellationToken),
                string text => writer.WriteAsync(text, _types[i], cancellationToken),
                int number => writer.WriteAsync(number, _types[i], cancellationToken),
                long number => writer.WriteAsync(number, _types[i], cancellationToken),
                short number => writer.WriteAsync(number, _types[i], cancellationToken),
                double number => writer.WriteAsync(number, _types[i], cancellationToken),
                decimal number => writer.WriteAsync(number, _types[i], cancellationToken),
                DateTime time => writer.WriteAsync(time, _types[i], cancellationToken),
                Guid id => writer.WriteAsync(id, _types[i], cancellationToken),
                var other => writer.WriteAsync(other, _types[i], cancellationToken),
            };
            await write;
        }
    }

    private async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT count(*) FROM bench.operations");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
