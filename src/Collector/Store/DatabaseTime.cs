using Npgsql;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store;

/// <summary>
/// The database's time, which all its collectors share: a collector with a wrong clock neither refuses current data, nor ends sessions
/// early, nor blocks the work of others. Timers and stopwatches use the machine's clock.
/// </summary>
internal sealed class DatabaseTime(TimeProvider own, ILogger<DatabaseTime> logger) : TimeProvider
{
    // Tolerance for synchronised clocks and the round trip to the database.
    private static readonly TimeSpan Unnoticed = TimeSpan.FromSeconds(2);

    private long _offset;

    public override long TimestampFrequency => own.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => own.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => own.GetUtcNow() + TimeSpan.FromTicks(Volatile.Read(ref _offset));

    public override long GetTimestamp() => own.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        own.CreateTimer(callback, state, dueTime, period);

    /// <summary>Measures the difference between the two clocks.</summary>
    public async Task CompareAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Statement.ReadClock, connection);
        var asked = own.GetUtcNow();
        var now = (DateTime)(await command.ExecuteScalarAsync(cancellationToken))!;
        var half = (own.GetUtcNow() - asked) / 2;
        Follow(now - (asked + half).UtcDateTime, Unnoticed + half.Duration());
    }

    private void Follow(TimeSpan difference, TimeSpan unnoticed)
    {
        var offset = difference.Duration() <= unnoticed ? TimeSpan.Zero : difference;
        var before = TimeSpan.FromTicks(Interlocked.Exchange(ref _offset, offset.Ticks));
        if (before == TimeSpan.Zero && offset != TimeSpan.Zero)
            logger.ClockWrong(difference.Duration().TotalSeconds, difference < TimeSpan.Zero ? "ahead of" : "behind");
        if (before != TimeSpan.Zero && offset == TimeSpan.Zero) logger.ClockRight();
    }
}
