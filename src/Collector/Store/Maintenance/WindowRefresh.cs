using Npgsql;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Maintenance;

/// <summary>Computes the rolling windows from the rollups in one transaction, so that readers see all of them as of one time.</summary>
internal sealed class WindowRefresh(Database database, Transactions transactions, StoreOptions options, TimeProvider time)
{
    /// <summary>Lengths of the rolling windows in seconds: public, as in <c>tidemark.windows.window_seconds</c>.</summary>
    public static readonly IReadOnlyList<int> Seconds = [60, 300, 900, 3600];

    /// <summary>Refreshes the windows unless another collector is doing so, or just did.</summary>
    /// <returns>Whether this collector refreshed them.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await transactions.BeginAsync(connection, cancellationToken);
        if (!await Job.TryOwnAsync(connection, Job.Windows, cancellationToken)) return false;
        // Read by the owner only: refreshes are ordered by their times.
        var now = time.GetUtcNow().UtcDateTime;
        // Slightly less than the interval: with two collectors' timers, every other refresh would be skipped otherwise.
        await using var due = Command(connection, Statement.ReadWindowsDue, now - (options.WindowInterval * 0.8));
        if (await due.ExecuteScalarAsync(cancellationToken) is not true) return false;

        foreach (var seconds in Seconds) await ExecuteAsync(Command(connection, Statement.RefreshWindows, now, seconds), cancellationToken);
        var isMinute = now.TimeOfDay.TotalSeconds % 60 < options.WindowInterval.TotalSeconds;
        await ExecuteAsync(Command(connection, Statement.RecordWindows, now, isMinute), cancellationToken);
        await ExecuteAsync(Command(connection, Statement.ForgetWindows, now), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object[] arguments)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var argument in arguments) command.Parameters.Add(new NpgsqlParameter { Value = argument });
        return command;
    }

    private static async Task ExecuteAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using (command) await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
