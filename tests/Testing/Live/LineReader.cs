using System.Globalization;
using System.Text;

namespace Tidemark.Testing.Live;

/// <summary>Reads Influx line protocol by its specification, and rejects malformed lines.</summary>
internal sealed class LineReader
{
    private readonly string _text;
    private int _at;

    private LineReader(string text) => _text = text;

    /// <exception cref="FormatException">Describes the error and its position.</exception>
    public static IReadOnlyList<LiveLine> Read(string text)
    {
        var reader = new LineReader(text);
        var lines = new List<LiveLine>();
        while (reader._at < text.Length) lines.Add(reader.Line());
        return lines.Count > 0 ? lines : throw new FormatException("There is no line.");
    }

    private LiveLine Line()
    {
        var measurement = Name(", ");
        var tags = new List<KeyValuePair<string, string>>();
        while (Skip(','))
        {
            var key = Name("=");
            Expect('=');
            tags.Add(new(key, Name(", ")));
        }

        Expect(' ');
        var fields = new List<LiveField>();
        do
        {
            var key = Name("=");
            Expect('=');
            fields.Add(Field(key));
        }
        while (Skip(','));

        long? nanos = Skip(' ') ? long.Parse(Until(" \n"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : null;
        if (_at < _text.Length) Expect('\n');
        if (fields.DistinctBy(field => field.Name).Count() < fields.Count) throw Wrong("a field stands there twice");
        return new LiveLine(measurement, tags, fields, nanos);
    }

    private string Name(string ends)
    {
        var name = new StringBuilder();
        while (_at < _text.Length && !ends.Contains(_text[_at], StringComparison.Ordinal))
        {
            if (_text[_at] == '\n') throw Wrong("the line ends within a name");
            if (_text[_at] == '\\' && _at + 1 < _text.Length && ",= \\".Contains(_text[_at + 1], StringComparison.Ordinal)) _at++;
            name.Append(_text[_at++]);
        }

        return name.Length > 0 ? name.ToString() : throw Wrong("a name or tag value is empty");
    }

    private LiveField Field(string name)
    {
        if (Skip('"')) return Quoted(name);
        var text = Until(", \n");
        if (text is "true" or "t" or "T" or "false" or "f" or "F") return new LiveField(name, "bool", text[0] is 't' or 'T');
        var number = text.EndsWith('i') || text.EndsWith('u') ? text[..^1] : text;
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? new LiveField(name, "number", value)
            : throw Wrong($"'{text}' is no value");
    }

    private LiveField Quoted(string name)
    {
        var value = new StringBuilder();
        while (!Skip('"'))
        {
            if (_text[_at] == '\\' && _text[_at + 1] is '"' or '\\') _at++;
            value.Append(_text[_at++]);
            if (_at >= _text.Length) throw Wrong("a text does not end");
        }

        // Grafana reads this text as an unknown number.
        return value.ToString() is "NaN" ? new LiveField(name, "number", null) : new LiveField(name, "string", value.ToString());
    }

    private string Until(string ends)
    {
        var start = _at;
        while (_at < _text.Length && !ends.Contains(_text[_at], StringComparison.Ordinal)) _at++;
        return _text[start.._at];
    }

    private bool Skip(char expected)
    {
        if (_at >= _text.Length || _text[_at] != expected) return false;
        _at++;
        return true;
    }

    private void Expect(char expected)
    {
        if (!Skip(expected)) throw Wrong($"'{expected}' is missing");
    }

    private FormatException Wrong(string what) => new($"{what} at {_at} of: {_text}");
}
