using Dapper;
using Npgsql;

namespace Tidemark.Collector.Store.Migrations;

/// <summary>Brings the schema to this build's version, under a lock, one transaction a step.</summary>
internal sealed class Migrator(ILogger<Migrator> logger)
{
    // Any number that no other application on the same database uses: "tidemark" in ASCII.
    private const long LockKey = 0x746964656D61726B;

    private const string Prepare = """
        CREATE SCHEMA IF NOT EXISTS tidemark_store;
        CREATE TABLE IF NOT EXISTS tidemark_store.migrations (
            name text PRIMARY KEY,
            hash text NOT NULL,
            applied_at timestamptz NOT NULL DEFAULT now());
        """;

    /// <summary>Applies what is missing and returns the name of the newest step.</summary>
    /// <exception cref="SchemaMismatchException">The database was made by a newer collector, or a step was edited after it ran.</exception>
    public async Task<string> MigrateAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await InLockAsync(connection, () => connection.ExecuteAsync(Prepare), cancellationToken);
        foreach (var step in Migration.Steps) await InLockAsync(connection, () => ApplyStepAsync(connection, step), cancellationToken);
        await InLockAsync(connection, () => ApplyObjectsAsync(connection), cancellationToken);
        return Migration.Steps[^1].Name;
    }

    private static async Task InLockAsync(NpgsqlConnection connection, Func<Task> work, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync("SELECT pg_advisory_xact_lock(@LockKey)", new { LockKey });
        await work();
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task ApplyStepAsync(NpgsqlConnection connection, Migration step)
    {
        var applied = (await connection.QueryAsync<(string Name, string Hash)>("SELECT name, hash FROM tidemark_store.migrations"))
            .ToDictionary(row => row.Name, row => row.Hash, StringComparer.Ordinal);
        RefuseNewer(applied.Keys);
        if (applied.TryGetValue(step.Name, out var hash))
        {
            if (hash != step.Hash) throw SchemaMismatchException.Edited(step.Name);
            return;
        }

        await connection.ExecuteAsync(step.Sql);
        await RecordAsync(connection, step);
        logger.MigrationApplied(step.Name);
    }

    /// <summary>
    /// Views and functions are replaced together: one that an older collector would put back is left alone by it, because
    /// the newer collector's steps make the older one refuse before it gets here.
    /// </summary>
    private static async Task ApplyObjectsAsync(NpgsqlConnection connection)
    {
        var applied = (await connection.QueryAsync<string>("SELECT hash FROM tidemark_store.migrations")).ToHashSet(StringComparer.Ordinal);
        if (Migration.Objects.All(one => applied.Contains(one.Hash))) return;

        // Bodies of SQL functions may name functions that come later in the list.
        await connection.ExecuteAsync("SET LOCAL check_function_bodies = off");
        foreach (var one in Migration.Objects)
        {
            await connection.ExecuteAsync(one.Sql);
            await RecordAsync(connection, one);
        }
    }

    private static Task<int> RecordAsync(NpgsqlConnection connection, Migration one) => connection.ExecuteAsync(
        "INSERT INTO tidemark_store.migrations (name, hash) VALUES (@Name, @Hash) ON CONFLICT (name) DO UPDATE SET hash = excluded.hash, applied_at = now()",
        one);

    private static void RefuseNewer(IEnumerable<string> applied)
    {
        var known = Migration.Steps.Select(step => step.Name).ToHashSet(StringComparer.Ordinal);
        var unknown = applied.Where(name => name.StartsWith("Migrations/", StringComparison.Ordinal) && !known.Contains(name)).Order(StringComparer.Ordinal).ToList();
        if (unknown.Count > 0) throw SchemaMismatchException.Newer(unknown[^1], Migration.Steps[^1].Name);
    }
}
