using Npgsql;
using Tidemark.Collector.Model;
using Tidemark.Collector.Store.Maintenance;

namespace Tidemark.Collector.Store.Lanes;

/// <summary>One lane's own connection; it opens another after a failure.</summary>
/// <param name="slot">Which of the ledger's rows this lane adds to.</param>
internal sealed class LaneStore(
    Database database, Transactions transactions, SeriesNumbers series, LaneTraits traits, DeltaBacklog backlog, TimeProvider time,
    short slot) : IAsyncDisposable
{
    private NpgsqlConnection? _connection;

    /// <summary>
    /// Numbers a batch's series and traits before they are written. On a connection of its own: a number once drawn stays, whatever becomes of the batch.
    /// </summary>
    public async Task LearnAsync(IReadOnlyList<Operation> operations, CancellationToken cancellationToken)
    {
        await series.LearnAsync(operations, cancellationToken);
        await traits.LearnAsync(operations, cancellationToken);
    }

    /// <inheritdoc cref="LearnAsync(IReadOnlyList{Operation}, CancellationToken)"/>
    public Task LearnAsync(IEnumerable<RollupSeries> used, CancellationToken cancellationToken) => series.LearnAsync(used, cancellationToken);

    public async Task<LaneTransaction> BeginAsync(CancellationToken cancellationToken)
    {
        _connection ??= await database.OpenAsync(cancellationToken);
        return new LaneTransaction(
            _connection, await transactions.BeginAsync(_connection, cancellationToken), series, traits, backlog, time.GetUtcNow().UtcDateTime, slot);
    }

    /// <summary>Forgets the connection: after a failure its state is unknown.</summary>
    public async Task ResetAsync()
    {
        var connection = _connection;
        _connection = null;
        if (connection is not null) await connection.DisposeAsync();
    }

    public async ValueTask DisposeAsync() => await ResetAsync();
}
