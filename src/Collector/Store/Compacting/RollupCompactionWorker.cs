using Npgsql;
using Tidemark.Collector.Store.Statements;

namespace Tidemark.Collector.Store.Compacting;

/// <summary>
/// Adds up the histograms of buckets that have ended, so that readers have fewer cells to add. It changes no number: whether it
/// runs, how often and on how many collectors only decides how fast queries are.
/// </summary>
internal sealed class RollupCompactionWorker(Database database, StoreOptions options, TimeProvider time, ILogger<RollupCompactionWorker> logger)
    : DatabaseWorker(database, time, logger)
{
    private readonly Database _database = database;
    private readonly TimeProvider _time = time;

    protected override TimeSpan Interval => options.CompactInterval;

    protected override string Work => "Adding up the histograms of buckets that have ended";

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        await using var connection = await _database.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Statement.CompactRollups, connection)
        {
            Parameters =
            {
                // Twice the interval: a pass that was missed is made up for, and what came a little late is caught.
                new NpgsqlParameter<DateTime> { TypedValue = now - (2 * Interval) },
                new NpgsqlParameter<DateTime> { TypedValue = now },
            },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
