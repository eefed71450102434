using Npgsql;

namespace Tidemark.Benchmarks.Running;

/// <summary>Reads the number that a statement returns.</summary>
internal static class Number
{
    public static async Task<long> ReadAsync(NpgsqlDataSource database, string sql, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
