using Dapper;
using Npgsql;

namespace Tidemark.Collector.Store.Schema;

/// <summary>Migrates the database to this build's schema, under a lock, with one transaction per step.</summary>
internal sealed class Migrator(DatabaseSchema schema, SchemaLock schemaLock, ILogger<Migrator> logger)
{
    private const int Attempts = 5;

    /// <summary>The only table that must exist before its lock can be taken.</summary>
    private const string Prepare = """
        DO $$ BEGIN IF to_regnamespace('tidemark_store') IS NULL THEN CREATE SCHEMA tidemark_store; END IF; END $$;
        CREATE TABLE IF NOT EXISTS tidemark_store.migrations (
            name text PRIMARY KEY,
            hash text NOT NULL,
            applied_at timestamptz NOT NULL DEFAULT now(),
            version text);
        """;

    /// <summary>Applies missing steps and returns the name of the newest one.</summary>
    /// <exception cref="SchemaMismatchException">The database was created by a newer collector, or a step was edited after it ran.</exception>
    public async Task<string> MigrateAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        for (var attempt = 1; !await TryPrepareAsync(connection, isLast: attempt == Attempts, cancellationToken); attempt++)
            cancellationToken.ThrowIfCancellationRequested();
        var applied = 0;
        foreach (var step in schema.Steps)
        {
            if (await schemaLock.RunAsync(connection, () => ApplyStepAsync(connection, step, cancellationToken), cancellationToken)) applied++;
        }

        var replaced = await schemaLock.RunAsync(connection, () => ApplyObjectsAsync(connection, cancellationToken), cancellationToken);
        if (applied > 0 || replaced) logger.SchemaChanged(schema.Steps[^1].Name, applied, replaced ? "written" : "kept");
        return schema.Steps[^1].Name;
    }

    /// <returns>False if another collector created it concurrently: it is found at the next attempt.</returns>
    private static async Task<bool> TryPrepareAsync(NpgsqlConnection connection, bool isLast, CancellationToken cancellationToken)
    {
        // Skipped if it exists: creating schemas needs a privilege that the owner may no longer have.
        if (await connection.ExecuteScalarAsync<bool>("SELECT to_regclass('tidemark_store.migrations') IS NOT NULL")) return true;
        try
        {
            await connection.ExecuteAsync(new CommandDefinition(Prepare, cancellationToken: cancellationToken));
            return true;
        }
        catch (PostgresException exception) when (!isLast
            && exception.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DuplicateSchema or PostgresErrorCodes.DuplicateTable)
        {
            return false;
        }
    }

    /// <returns>False if it had been applied before.</returns>
    private async Task<bool> ApplyStepAsync(NpgsqlConnection connection, Migration step, CancellationToken cancellationToken)
    {
        var applied = (await connection.QueryAsync<(string Name, string Hash)>("SELECT name, hash FROM tidemark_store.migrations"))
            .ToDictionary(row => row.Name, row => row.Hash, StringComparer.Ordinal);
        RefuseNewer(applied.Keys);
        if (applied.TryGetValue(step.Name, out var hash))
        {
            if (hash != step.Hash) throw SchemaMismatchException.Edited(step.Name);
            return false;
        }

        await ExecuteAsync(connection, step.Sql, cancellationToken);
        await connection.ExecuteAsync("INSERT INTO tidemark_store.migrations (name, hash) VALUES (@Name, @Hash)", step);
        logger.MigrationApplied(step.Name);
        return true;
    }

    /// <summary>
    /// Views and functions are replaced together, and never by those of an earlier version: an older collector that runs next to a newer
    /// one, or is started again after it, leaves them unchanged.
    /// </summary>
    /// <returns>Whether they were replaced.</returns>
    private async Task<bool> ApplyObjectsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (schema.Objects.Count == 0) return false;
        var applied = (await connection.QueryAsync<(string Hash, string? Version)>("SELECT hash, version FROM tidemark_store.migrations")).ToList();
        var hashes = applied.Select(row => row.Hash).ToHashSet(StringComparer.Ordinal);
        if (schema.Objects.All(one => hashes.Contains(one.Hash))) return false;

        var newest = applied.Select(row => row.Version).OfType<string>().Select(Version.Parse).Max();
        if (newest > schema.Version)
        {
            logger.NewerViewsKept(newest, schema.Version);
            return false;
        }

        // SQL functions may use functions that come later in the list.
        await connection.ExecuteAsync("SET LOCAL check_function_bodies = off");
        foreach (var one in schema.Objects)
        {
            await ExecuteAsync(connection, one.Sql, cancellationToken);
            await connection.ExecuteAsync(
                """
                INSERT INTO tidemark_store.migrations (name, hash, version) VALUES (@Name, @Hash, @Version)
                ON CONFLICT (name) DO UPDATE SET hash = excluded.hash, version = excluded.version, applied_at = now()
                """,
                new { one.Name, one.Hash, Version = schema.Version.ToString() });
        }

        foreach (var function in await connection.QueryAsync<string>(Statement.ListReplacedFunctions))
            await connection.ExecuteAsync($"DROP FUNCTION {function}");
        return true;
    }

    /// <summary>Without a timeout: giving up does not make an index on a large table faster.</summary>
    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync("SET LOCAL statement_timeout = 0");
        await connection.ExecuteAsync(new CommandDefinition(sql, commandTimeout: 0, cancellationToken: cancellationToken));
    }

    private static bool IsStep(string name) =>
        name.StartsWith("Baseline/", StringComparison.Ordinal) || name.StartsWith("Migrations/", StringComparison.Ordinal);

    private void RefuseNewer(IEnumerable<string> applied)
    {
        var known = schema.Steps.Select(step => step.Name).ToHashSet(StringComparer.Ordinal);
        var unknown = applied.Where(name => IsStep(name) && !known.Contains(name)).Order(StringComparer.Ordinal).ToList();
        if (unknown.Count > 0) throw SchemaMismatchException.Newer(unknown[^1], schema.Steps[^1].Name);
    }
}
