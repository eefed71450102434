using Npgsql;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Store.Maintenance;

namespace Tidemark.Collector.Store.Lanes;

/// <summary>The database connection of one lane; replaced after a failure.</summary>
/// <param name="lane">The lane's number in the ledger and similar tables.</param>
internal sealed class LaneStore(
    ILaneServer server, Database database, Transactions transactions, SeriesNumbers series, LaneTraits traits, DeltaBacklog backlog, TimeProvider time,
    short lane) : IAsyncDisposable
{
    private NpgsqlConnection? _connection;

    // Numbers come from the database as a whole, which can fail while the lane's server answers.
    private bool _isLearning;

    /// <summary>
    /// Numbers a batch's series and traits before they are written. Uses a connection of its own: numbers stay valid whatever happens to the batch.
    /// </summary>
    public async Task LearnAsync(IReadOnlyList<Operation> operations, CancellationToken cancellationToken)
    {
        _isLearning = true;
        await series.LearnAsync(operations, cancellationToken);
        await traits.LearnAsync(operations, cancellationToken);
        _isLearning = false;
    }

    /// <inheritdoc cref="LearnAsync(IReadOnlyList{Operation}, CancellationToken)"/>
    public async Task LearnAsync(IEnumerable<RollupSeries> used, CancellationToken cancellationToken)
    {
        _isLearning = true;
        await series.LearnAsync(used, cancellationToken);
        _isLearning = false;
    }

    public async Task<LaneTransaction> BeginAsync(CancellationToken cancellationToken)
    {
        _isLearning = false;
        _connection ??= await server.OpenAsync(cancellationToken);
        var transaction = await transactions.BeginAsync(_connection, cancellationToken);
        try
        {
            var sql = await server.EnterAsync(_connection, cancellationToken);
            return new LaneTransaction(_connection, transaction, series, traits, backlog, time.GetUtcNow().UtcDateTime, lane, sql);
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    /// <summary>Refuses further work until what failed answers again.</summary>
    public void MarkAway(Exception failure)
    {
        if (_isLearning) database.MarkAway(failure);
        else server.MarkAway(failure);
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
