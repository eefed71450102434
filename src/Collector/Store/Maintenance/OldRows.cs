using Npgsql;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Maintenance;

/// <summary>
/// Deletes old rows that are not in day partitions: fine rollups before coarse ones, and summaries of rows that are long gone. Works
/// in chunks, each in its own transaction, so that a backlog of any size is processed within the statement timeout.
/// </summary>
internal sealed class OldRows(StoreOptions options, TimeProvider time)
{
    /// <summary>Maximum rows deleted per statement.</summary>
    public const int Bite = 5_000;

    private IEnumerable<(string Sql, int Days)> Ages =>
    [
        (Statement.ForgetLedger, StoreOptions.SummaryDays),
        (Statement.ForgetIgnoredScopes, options.RetentionDays),
        (Statement.ForgetMetricStreams, options.RetentionDays),
        (Statement.ForgetTraits, options.RetentionDays + 3),
        (Statement.ForgetLabelValues, options.RetentionDays + 3),
        (Statement.ForgetPayers, StoreOptions.SummaryDays + 3),
        (Statement.ForgetCodingCounts, StoreOptions.SummaryDays),
        (Statement.ForgetConversations, StoreOptions.SummaryDays),
        (Statement.ForgetSessions, StoreOptions.SummaryDays),
    ];

    public async Task ForgetAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var tier in Enum.GetValues<RollupTier>())
        {
            await DeleteAllAsync(connection, Statement.ForgetRollups, [Bite, (short)tier], cancellationToken);
            await DeleteAllAsync(connection, Statement.ForgetPayerRollups, [Bite, (short)tier], cancellationToken);
        }

        foreach (var (sql, days) in Ages) await DeleteAllAsync(connection, sql, [now.AddDays(-days), Bite], cancellationToken);
    }

    private async Task DeleteAllAsync(NpgsqlConnection connection, string sql, object[] arguments, CancellationToken cancellationToken)
    {
        // Less than a chunk: nothing is left, or the rest is locked.
        while (await DeleteAsync(connection, sql, arguments, cancellationToken) == Bite) cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task<int> DeleteAsync(NpgsqlConnection connection, string sql, object[] arguments, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Statement.For(options.Distribution, sql), connection);
        foreach (var argument in arguments) command.Parameters.Add(new() { Value = argument });
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
