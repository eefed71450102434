using System.Globalization;
using System.Text;
using Tidemark.Collector.Decode;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>Reads the time to the first token in milliseconds: sent as a duration, as a time, or as an event of the span.</summary>
internal sealed class FirstTokenReader(ItemReader item)
{
    // Some senders report ends less precisely than first tokens.
    private const double Tolerance = 1.1;

    private static readonly double[] Units = [1, 1e3, 1e6, 1e9];

    public double? Read(in OperationFrame frame)
    {
        var reported = item.Number(Field.TimeToFirstToken) ?? ByMoment(frame.StartedAt) ?? ByEvent(frame);
        return reported is { } value ? Fitting(value, (frame.Duration ?? TimeSpan.Zero).TotalMilliseconds * Tolerance) : null;
    }

    // The first token cannot come after the end: a value that fits only as milliseconds, microseconds or nanoseconds was not sent in seconds.
    private static double Fitting(double reported, double length)
    {
        if (length <= 0) return reported;
        foreach (var unit in Units)
        {
            if (reported / unit <= length) return reported / unit;
        }

        return reported;
    }

    private double? ByMoment(DateTime startedAt)
    {
        var text = item.IdText(Field.FirstTokenAt);
        if (text.IsEmpty || text.Length > 64) return null;
        DateTime moment;
        if (ulong.TryParse(text, CultureInfo.InvariantCulture, out var number)) moment = EventTime.FromNanos(number);
        else if (IsDate(text, out var date)) moment = date.UtcDateTime;
        else return null;
        return After(startedAt, moment);
    }

    private double? ByEvent(in OperationFrame frame)
    {
        if (frame.Events is not { Count: > 0 } events) return null;
        for (var i = 0; i < events.Count; i++)
        {
            foreach (var name in item.Dialect.FirstTokenEvents)
            {
                if (events[i].Name.Span.SequenceEqual(name)) return After(frame.StartedAt, EventTime.FromNanos(events[i].TimeNanos));
            }
        }

        return null;
    }

    private static bool IsDate(ReadOnlySpan<byte> text, out DateTimeOffset date) =>
        DateTimeOffset.TryParse(Encoding.UTF8.GetString(text), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date);

    // Readings of two clocks differ in the last digits.
    private static double? After(DateTime start, DateTime moment) =>
        moment >= start && moment - start < TimeSpan.FromDays(1) ? Math.Round((moment - start).TotalMilliseconds, 2) : null;
}
