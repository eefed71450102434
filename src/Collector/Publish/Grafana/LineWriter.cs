using System.Globalization;
using System.Text;

namespace Tidemark.Collector.Publish.Grafana;

/// <summary>
/// Writes InfluxDB line protocol for Grafana Live. Every line of a measurement has the same fields of the same types in the same order:
/// they are the stream's schema, and a change makes Grafana send all data to every browser again.
/// </summary>
internal sealed class LineWriter
{
    private readonly StringBuilder _text = new();
    private bool _hasField;

    public bool IsEmpty => _text.Length == 0;

    /// <summary>Starts a line.</summary>
    /// <param name="measurement">A name that needs no escaping.</param>
    public LineWriter Line(string measurement)
    {
        if (!IsEmpty) _text.Append('\n');
        _text.Append(measurement);
        _hasField = false;
        return this;
    }

    /// <summary>Adds a tag, before any field. Browsers split labels at commas and equals signs, escaped or not: they become underscores.</summary>
    public LineWriter Tag(string name, string value)
    {
        _text.Append(',').Append(name).Append('=');
        // A tag without a value is malformed.
        if (string.IsNullOrWhiteSpace(value)) value = "none";
        foreach (var character in value)
        {
            if (character == ' ') _text.Append("\\ ");
            else _text.Append(character is ',' or '=' or '\\' or '"' || char.IsControl(character) ? '_' : character);
        }

        return this;
    }

    /// <summary>Adds a number. Unknown and non-finite numbers become null, with the same type.</summary>
    public LineWriter Number(string name, double? value)
    {
        Field(name);
        if (value is { } number && double.IsFinite(number)) _text.Append(number.ToString("R", CultureInfo.InvariantCulture));
        else _text.Append("\"NaN\"");
        return this;
    }

    public LineWriter Text(string name, string value)
    {
        Field(name).Append('"');
        // That text would be read as a number.
        if (value == "NaN") value = "nan";
        foreach (var character in value)
        {
            if (character is '"' or '\\') _text.Append('\\');
            _text.Append(char.IsControl(character) ? ' ' : character);
        }

        _text.Append('"');
        return this;
    }

    /// <summary>Ends a line.</summary>
    public void At(DateTime time) => _text.Append(CultureInfo.InvariantCulture, $" {(time - DateTime.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick}");

    public override string ToString() => _text.ToString();

    private StringBuilder Field(string name)
    {
        _text.Append(_hasField ? ',' : ' ').Append(name).Append('=');
        _hasField = true;
        return _text;
    }
}
