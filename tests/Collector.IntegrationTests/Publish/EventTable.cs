using Tidemark.Testing.Databases;

namespace Tidemark.Collector.IntegrationTests.Publish;

/// <summary>The table that every stream is compared with.</summary>
internal static class EventTable
{
    public static async Task<IReadOnlyList<long>> IdsAsync(TestDatabase database, string condition = "true") =>
        await database.ScalarAsync<long[]>($"SELECT coalesce(array_agg(event_id ORDER BY event_id), '{{}}') FROM tidemark.session_events WHERE {condition}");
}
