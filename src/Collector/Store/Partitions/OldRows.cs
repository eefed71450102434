using Npgsql;
using Tidemark.Collector.Store.Statements;

namespace Tidemark.Collector.Store.Partitions;

/// <summary>
/// Deletes what its own age ends and no partition takes with it: fine rollups before coarse ones, and what only summarises rows that are
/// long gone. In bites, each a transaction of its own, so that a backlog of any size gets done within the time a statement may take.
/// </summary>
internal sealed class OldRows(StoreOptions options, TimeProvider time)
{
    /// <summary>Rows that one statement deletes at most.</summary>
    public const int Bite = 5_000;

    private const int Summaries = 400;

    private IEnumerable<(string Sql, int Days, short? Tier)> Ages =>
    [
        (Statement.ForgetRollups, 2, 10),
        (Statement.ForgetRollups, 35, 300),
        (Statement.ForgetRollups, Summaries, 3600),
        (Statement.ForgetLedger, Summaries, null),
        (Statement.ForgetMetricStreams, options.RetentionDays, null),
        (Statement.ForgetCalls, options.RetentionDays, null),
        (Statement.ForgetConversations, Summaries, null),
        (Statement.ForgetSessions, Summaries, null),
    ];

    public async Task ForgetAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var (sql, days, tier) in Ages)
        {
            // Less than a bite: nothing is left, or somebody holds the rest.
            while (await DeleteAsync(connection, sql, now.AddDays(-days), tier, cancellationToken) == Bite) cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static async Task<int> DeleteAsync(NpgsqlConnection connection, string sql, DateTime before, short? tier, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = before }, new() { Value = Bite } } };
        if (tier is { } one) command.Parameters.Add(new() { Value = one });
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
