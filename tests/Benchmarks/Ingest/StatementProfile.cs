using Npgsql;

namespace Tidemark.Benchmarks.Ingest;

/// <summary>The database's time by statement, from pg_stat_statements. Only with <c>--profile 1</c>, because counting has a cost.</summary>
internal sealed class StatementProfile(NpgsqlDataSource database)
{
    private const int Most = 12;

    private const string Begin = "CREATE EXTENSION IF NOT EXISTS pg_stat_statements; SELECT pg_stat_statements_reset()";

    private const string Read =
        """
        SELECT format('%7s calls %8s ms %9s rows %9s kB of log | %s',
            calls, round(total_exec_time::numeric), rows, round(wal_bytes / 1024), left(regexp_replace(query, '(^|\n)--[^\n]*|\s+', ' ', 'g'), 90))
        FROM pg_stat_statements
        ORDER BY total_exec_time DESC
        LIMIT $1
        """;

    public static readonly IReadOnlyDictionary<string, string> Settings = new Dictionary<string, string>
    {
        ["shared_preload_libraries"] = "pg_stat_statements",
    };

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Begin);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task WriteAsync(TextWriter output, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Read);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Most });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken)) await output.WriteLineAsync(rows.GetString(0));
    }
}
