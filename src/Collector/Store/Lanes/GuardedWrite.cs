using Npgsql;

namespace Tidemark.Collector.Store.Lanes;

/// <summary>
/// Checks writes that are guarded by a revision. Their rows are counted, not what the command reports: Citus reports rows that the guard has kept out.
/// </summary>
internal static class GuardedWrite
{
    /// <summary>Reads the present result, one row for each row written, and moves on to the next.</summary>
    /// <exception cref="StaleStateException">Another transaction wrote one of the rows first.</exception>
    public static async Task CheckAsync(NpgsqlDataReader reader, string table, int rows, CancellationToken cancellationToken)
    {
        var written = 0;
        while (await reader.ReadAsync(cancellationToken)) written++;
        if (written != rows) throw new StaleStateException(table);
        await reader.NextResultAsync(cancellationToken);
    }
}
