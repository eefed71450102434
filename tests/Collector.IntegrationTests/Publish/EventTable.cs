using System.Globalization;
using Npgsql;
using Tidemark.Testing.Databases;

namespace Tidemark.Collector.IntegrationTests.Publish;

/// <summary>The reference table for all streams.</summary>
internal static class EventTable
{
    public static async Task<IReadOnlyList<long>> IdsAsync(TestDatabase database, string condition = "true") =>
        await database.ScalarAsync<long[]>($"SELECT coalesce(array_agg(event_id ORDER BY event_id), '{{}}') FROM tidemark.session_events WHERE {condition}");

    /// <summary>Adds events as another collector on the same database does.</summary>
    public static Task AddAsync(TestDatabase database, int count, int messageLength = 20) => database.ExecuteAsync(Sql(count, messageLength));

    /// <summary>Adds a session's event as another collector on the same database does.</summary>
    public static Task AddSessionAsync(TestDatabase database, string session) => database.ExecuteAsync($$"""
        INSERT INTO tidemark_store.session_events (shard, occurred_at, recorded_at, event_type, severity, session_id, service, environment, message, data)
        VALUES (0, now(), now(), 'session_created', 1, '{{session}}', 'elsewhere', 'test', 'A session', '{}')
        """);

    /// <summary>Adds events in a transaction that stays open until it is committed.</summary>
    public static async Task<NpgsqlTransaction> AddInOpenTransactionAsync(NpgsqlConnection connection, int count)
    {
        var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand(Sql(count, 20), connection);
        await command.ExecuteNonQueryAsync();
        return transaction;
    }

    private static string Sql(int count, int messageLength) => string.Create(CultureInfo.InvariantCulture, $$"""
        INSERT INTO tidemark_store.session_events (
            shard, occurred_at, recorded_at, event_type, severity, session_id, conversation_id, service,
            environment, agent, workflow, model, message, data, user_id)
        SELECT 0, now(), now(), 'operation_failed', 3, 's-' || i, NULL, 'elsewhere', 'test', 'agent-' || i % 3, NULL, NULL, repeat('m', {{messageLength}}),
            '{"n": 1}', 'user-' || i % 4
        FROM generate_series(1, {{count}}) AS i
        """);
}
