using Npgsql;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store;

/// <summary>
/// The database's time, which all collectors on it share: one whose own clock is wrong neither refuses what senders send now,
/// nor ends their sessions early, nor keeps the others from their work. Timers and stopwatches are the machine's own.
/// </summary>
internal sealed class DatabaseTime(TimeProvider own, ILogger<DatabaseTime> logger) : TimeProvider
{
    // What clocks that are set are off, and the way to the database.
    private static readonly TimeSpan Unnoticed = TimeSpan.FromSeconds(2);

    private long _offset;

    public override long TimestampFrequency => own.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => own.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => own.GetUtcNow() + TimeSpan.FromTicks(Volatile.Read(ref _offset));

    public override long GetTimestamp() => own.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        own.CreateTimer(callback, state, dueTime, period);

    /// <summary>Looks how far the two clocks are apart.</summary>
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
