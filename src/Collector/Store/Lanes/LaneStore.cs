using Npgsql;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Store.Maintenance;

namespace Tidemark.Collector.Store.Lanes;

/// <summary>The database connection of one lane; replaced after a failure.</summary>
/// <param name="lane">The lane's number in the ledger and similar tables.</param>
internal sealed class LaneStore(
    Database database, Transactions transactions, SeriesNumbers series, LaneTraits traits, DeltaBacklog backlog, TimeProvider time,
    short lane) : IAsyncDisposable
{
    private NpgsqlConnection? _connection;

    /// <summary>
    /// Numbers a batch's series and traits before they are written. Uses a connection of its own: numbers stay valid whatever happens to the batch.
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
            _connection, await transactions.BeginAsync(_connection, cancellationToken), series, traits, backlog, time.GetUtcNow().UtcDateTime, lane);
    }

    /// <summary>Closes the connection: after a failure its state is unknown.</summary>
    public async Task ResetAsync()
    {
        var connection = _connection;
        _connection = null;
        if (connection is not null) await connection.DisposeAsync();
    }

    public async ValueTask DisposeAsync() => await ResetAsync();
}
