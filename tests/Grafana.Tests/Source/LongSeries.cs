using System.Globalization;

namespace Tidemark.Grafana.Tests.Source;

/// <summary>Converts rows of (time, texts, numbers) to one series per number column and combination of texts, on one ascending time axis.</summary>
internal static class LongSeries
{
    /// <exception cref="SourceException">No time column, times out of order, or a column that is neither text nor a number.</exception>
    public static Frame ToWide(Frame frame)
    {
        var time = frame.Find(TimeColumn.Name) is { Kind: FieldKind.Time } found
            ? found
            : throw new SourceException("db has no time column: time column is missing");
        if (frame.Of(FieldKind.Json).FirstOrDefault() is { } json)
            throw new SourceException($"convert value to float failed: column {json.Name} is json");

        var texts = frame.Of(FieldKind.Text).ToArray();
        var values = frame.Fields.Where(field => field != time && field.Kind != FieldKind.Text).ToArray();
        return texts.Length == 0 ? new Frame([time with { Name = "Time" }, .. values]) : Pivot(time, texts, values);
    }

    private static Frame Pivot(Field time, Field[] texts, Field[] values)
    {
        CheckOrder(time);
        var axis = time.Values.Distinct().ToList();
        var series = new Dictionary<string, Field>(StringComparer.Ordinal);
        for (var row = 0; row < time.Values.Count; row++)
        {
            var labels = texts.ToDictionary(text => text.Name, text => (string?)text.Values[row] ?? "");
            foreach (var value in values)
            {
                var key = value.Name + "\0" + string.Join('\0', labels.Values);
                if (!series.TryGetValue(key, out var field))
                    series[key] = field = new Field(value.Name, FieldKind.Number, new object?[axis.Count]) { Labels = labels };
                ((object?[])field.Values)[axis.IndexOf(time.Values[row])] = AsNumber(value.Values[row]);
            }
        }

        return new Frame([new Field("Time", FieldKind.Time, axis), .. series.Values]);
    }

    private static void CheckOrder(Field time)
    {
        if (time.Values.Contains(null))
            throw new SourceException("time column has a null value");
        if (time.Values.Cast<DateTime>().Zip(time.Values.Cast<DateTime>().Skip(1)).Any(pair => pair.First > pair.Second))
            throw new SourceException("long series must be sorted ascending by time to be converted");
    }

    private static object? AsNumber(object? value) => value switch
    {
        null => null,
        bool flag => flag ? 1.0 : 0.0,
        DateTime at => (at - DateTime.UnixEpoch).TotalMilliseconds,
        _ => Convert.ToDouble(value, CultureInfo.InvariantCulture),
    };
}
