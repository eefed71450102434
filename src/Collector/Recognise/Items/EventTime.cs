using System.Globalization;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>Validates and converts event times.</summary>
/// <param name="Oldest">Earliest accepted start.</param>
/// <param name="Newest">Latest accepted start.</param>
internal readonly record struct EventTime(DateTime Oldest, DateTime Newest)
{
    public static EventTime Around(DateTime now, RecogniseOptions options) =>
        new(now.AddDays(-options.RetentionDays), now.Add(options.FutureTolerance));

    /// <summary>Converts to UTC, truncated to microseconds. Any unsigned 64-bit number of nanoseconds is in range.</summary>
    public static DateTime FromNanos(ulong nanos) => DateTime.UnixEpoch.AddTicks((long)(nanos / 1000) * TimeSpan.TicksPerMicrosecond);

    /// <summary>The duration in whole microseconds. Null if the end is missing or before the start.</summary>
    public static TimeSpan? Between(ulong startNanos, ulong endNanos) =>
        endNanos < startNanos ? null : TimeSpan.FromTicks((long)((endNanos - startNanos) / 1000) * TimeSpan.TicksPerMicrosecond);

    /// <summary>Why an item's time is rejected; null if it is accepted.</summary>
    public string? Refuse(DateTime startedAt, TimeSpan duration)
    {
        if (startedAt == DateTime.UnixEpoch) return "The item has no start time. Set start_time_unix_nano, or time_unix_nano of a log record or data point.";
        if (startedAt < Oldest)
        {
            return $"The start time is {Days(Oldest - startedAt)} days before the oldest that is kept. Check the sender's clock, or raise "
                + "Tidemark:Store:RetentionDays.";
        }

        if (startedAt > Newest) return $"The start time is {Days(startedAt - Newest)} days too far in the future. Check the sender's clock.";
        if (startedAt + duration > Newest)
            return $"The end time is {Days(startedAt + duration - Newest)} days too far in the future. Check the sender's clock.";
        return null;
    }

    private static string Days(TimeSpan span) => span.TotalDays.ToString("0.###", CultureInfo.InvariantCulture);
}
