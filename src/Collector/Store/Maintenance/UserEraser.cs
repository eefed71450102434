using Npgsql;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Maintenance;

/// <summary>Removes a user from all stored data. Sums of the user's operations stay, anonymously.</summary>
internal sealed class UserEraser(Database database, Transactions transactions)
{
    // The slow statements first: rows that collectors write to are locked only at the end.
    private static readonly (string What, string Sql)[] Steps =
    [
        ("operations", Statement.ForgetUserOperations),
        ("traits", Statement.ForgetUserTraits),
        ("trace facts", Statement.ForgetUserFacts),
        ("session events", Statement.ForgetUserEvents),
        ("metric points", Statement.ForgetUserPoints),
        ("coding counts", Statement.ForgetUserCoding),
        ("sessions", Statement.ForgetUserSessions),
        ("rollup deltas", Statement.ForgetUserDeltas),
        ("rollups", Statement.ForgetUserPayers),
        ("budget marks", Statement.ForgetUserMarks),
        ("names", Statement.ForgetUserName),
    ];

    /// <summary>Runs in one transaction, which a dry run rolls back.</summary>
    /// <returns>Number of rows by type.</returns>
    public async Task<IReadOnlyList<(string What, long Rows)>> EraseAsync(string userId, bool isDryRun, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await transactions.BeginLongAsync(connection, cancellationToken);
        var rows = new List<(string What, long Rows)>();
        foreach (var (what, sql) in Steps)
        {
            await using var command = new NpgsqlCommand(database.Sql(sql), connection)
            {
                CommandTimeout = 0,
                Parameters = { new NpgsqlParameter<string> { TypedValue = userId } },
            };
            rows.Add((what, await command.ExecuteNonQueryAsync(cancellationToken)));
        }

        if (isDryRun) await transaction.RollbackAsync(cancellationToken);
        else await transaction.CommitAsync(cancellationToken);
        return rows;
    }
}
