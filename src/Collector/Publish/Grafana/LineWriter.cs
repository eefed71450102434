using System.Globalization;
using System.Text;

namespace Tidemark.Collector.Publish.Grafana;

/// <summary>
/// Writes Influx line protocol as Grafana Live reads it. Each line of a measurement has the same fields of the same types in
/// the same order: they are the stream's schema, and a changed one sends everything to every browser again.
/// </summary>
internal sealed class LineWriter
{
    private readonly StringBuilder _text = new();
    private bool _hasField;

    public bool IsEmpty => _text.Length == 0;

    /// <summary>Begins a line.</summary>
    /// <param name="measurement">A name that needs no escaping.</param>
    public LineWriter Line(string measurement)
    {
        if (!IsEmpty) _text.Append('\n');
        _text.Append(measurement);
        _hasField = false;
        return this;
    }

    /// <summary>Before any field. The browser splits labels at commas and equals signs, whatever the line's escapes were: they become underscores.</summary>
    public LineWriter Tag(string name, string value)
    {
        _text.Append(',').Append(name).Append('=');
        // A tag without a value is a malformed line.
        if (string.IsNullOrWhiteSpace(value)) value = "none";
        foreach (var character in value)
        {
            if (character == ' ') _text.Append("\\ ");
            else _text.Append(character is ',' or '=' or '\\' or '"' || char.IsControl(character) ? '_' : character);
        }

        return this;
    }

    /// <summary>A number is always a number there; what is not known or not finite is a null of the same type.</summary>
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
        // That very text would be taken for a number.
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
