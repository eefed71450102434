using Npgsql;
using Tidemark.Collector.Model.Batches;
using Tidemark.Collector.Model.Sessions;
using Tidemark.Collector.Store.Lanes;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Maintenance;

/// <summary>Statements of the session sweep within a lane's transaction.</summary>
internal static class SweepStore
{
    /// <summary>Locks open sessions that are due to change, including those with a successor.</summary>
    public static async Task<LockedState> TakeExpiredAsync(
        LaneTransaction transaction, DateTime idleBy, DateTime endedBy, int most, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(transaction.Sql(Statement.TakeExpired), transaction.Connection)
        {
            Parameters = { Argument(idleBy), Argument(endedBy), Argument(most) },
        };
        List<SessionState> sessions;
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
            sessions = await StateReader.ReadAllAsync(reader, SessionRow.Read, cancellationToken);

        var successors = await ReadSuccessorsAsync(transaction, [.. sessions.Select(session => session.SessionId)], cancellationToken);
        return new LockedState(sessions, [], []) { Successors = successors };
    }

    private static async Task<IReadOnlyDictionary<string, DateTime>> ReadSuccessorsAsync(
        LaneTransaction transaction, string[] sessions, CancellationToken cancellationToken)
    {
        var find = StateReader.SuccessorsOf(transaction.Sql(Statement.FindSuccessors), sessions);
        await using var batch = new NpgsqlBatch(transaction.Connection) { BatchCommands = { find } };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await StateReader.ReadSuccessorsAsync(reader, cancellationToken);
    }

    private static NpgsqlParameter Argument(object value) => new() { Value = value };
}
