using Npgsql;
using NpgsqlTypes;
using Tidemark.Benchmarks.Running;

namespace Tidemark.Benchmarks.Ingest;

/// <summary>
/// Plain COPY BINARY of the rows that the collector stored, as a .NET program does it (Npgsql's binary importer, typed values
/// from memory), into the reference table: the operations table at the time of the comparison, independent of later changes.
/// </summary>
internal sealed class CopyBaseline(NpgsqlDataSource database, int connections, int rowsPerCopy, string table = "bench.operations")
{
    private NpgsqlDbType[] _types = [];

    /// <summary>Creates the reference table.</summary>
    public static async Task MakeTableAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(SqlFile.Read("Ingest/Sql/reference_table.sql"));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Creates a table like the reference with the given number of its three indexes, the key first; returns its name.</summary>
    public static async Task<string> MakeTableAsync(NpgsqlDataSource database, int indexes, CancellationToken cancellationToken)
    {
        string[] all = ["ADD PRIMARY KEY (trace_id, span_id, shard, started_at)", "(session_id, started_at) WHERE session_id IS NOT NULL", "(started_at)"];
        var table = $"bench_{indexes}.operations";
        var sql = $"CREATE SCHEMA bench_{indexes}; CREATE TABLE {table} (LIKE bench.operations);"
            + string.Concat(all.Take(indexes).Select((index, i) => i == 0 ? $" ALTER TABLE {table} {index};" : $" CREATE INDEX ON {table} {index};"));
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return table;
    }

    /// <summary>The next transaction id: identifies the rows of a round, whatever their start times.</summary>
    public async Task<long> NextTransactionAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Copies the rows of all transactions from the given one on, distributed over connections by shard, as over lanes.</summary>
    /// <returns>The number of rows, and the duration of COPY alone.</returns>
    public async Task<(long Rows, TimeSpan Elapsed)> RunAsync(long since, CancellationToken cancellationToken)
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

    private async Task<List<object[]>> ReadAsync(long since, int lane, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(SqlFile.Read("Ingest/Sql/reference_rows.sql"));
        command.Parameters.Add(new NpgsqlParameter { Value = since });
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

    /// <summary>The given number of rows of all transactions from the given one on, as copied by one connection.</summary>
    public async Task<List<object[]>> ReadFirstAsync(long since, int most, CancellationToken cancellationToken) =>
        [.. (await ReadAsync(since, 0, cancellationToken)).Take(most)];

    public Task WriteAsync(List<object[]> rows, CancellationToken cancellationToken) => Task.Run(
        async () =>
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            foreach (var chunk in rows.Chunk(rowsPerCopy))
            {
                await using var writer = await connection.BeginBinaryImportAsync($"COPY {table} FROM STDIN (FORMAT BINARY)", cancellationToken);
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
        await using var command = database.CreateCommand($"SELECT count(*) FROM {table}");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
