using Npgsql;

namespace Tidemark.Benchmarks.Running;

/// <summary>Disk space of a table, including its partitions.</summary>
internal sealed record Size(string Relation, long Heap, long Indexes)
{
    public long Total => Heap + Indexes;

    public static async Task<IReadOnlyList<Size>> ReadAsync(NpgsqlDataSource database, string schema, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(SqlFile.Read("Ingest/Sql/sizes.sql"));
        command.Parameters.Add(new NpgsqlParameter { Value = schema });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var sizes = new List<Size>();
        while (await reader.ReadAsync(cancellationToken)) sizes.Add(new Size(reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2)));
        return sizes;
    }
}
