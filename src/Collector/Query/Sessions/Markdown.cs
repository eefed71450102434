using System.Globalization;
using System.Text;

namespace Tidemark.Collector.Query.Sessions;

/// <summary>Writes Markdown whose texts come from strangers: nothing of theirs can become structure.</summary>
internal sealed class Markdown
{
    private const string Special = "\\`*_[]<>|~&";

    private readonly StringBuilder _text = new();

    /// <summary>Any text as it reads, on one line.</summary>
    public static string Text(string? text)
    {
        var escaped = new StringBuilder();
        foreach (var letter in text ?? "")
        {
            if (Special.Contains(letter, StringComparison.Ordinal)) escaped.Append('\\');
            escaped.Append(char.IsControl(letter) ? ' ' : letter);
        }

        return escaped.ToString();
    }

    /// <summary>Any text inside backticks in a table: without those, bars and line ends.</summary>
    public static string Code(string? text) => new([.. (text ?? "").Select(letter => letter is '`' or '|' || char.IsControl(letter) ? ' ' : letter)]);

    public static string Time(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public void Line(FormattableString line) => _text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    public void Heading(string text) => _text.Append(CultureInfo.InvariantCulture, $"\n## {text}\n\n");

    /// <summary>A table; cells must be harmless already.</summary>
    /// <param name="header">Names of the columns, with <c>|</c> between them.</param>
    /// <param name="rows">Each with a cell per column.</param>
    public void Table(string header, IEnumerable<FormattableString[]> rows)
    {
        var columns = header.Split('|').Length;
        _text.Append(
            CultureInfo.InvariantCulture,
            $"| {header.Replace("|", " | ", StringComparison.Ordinal)} |\n|{string.Concat(Enumerable.Repeat("---|", columns))}\n");
        foreach (var row in rows) _text.Append("| ").AppendJoin(" | ", row.Select(FormattableString.Invariant)).Append(" |\n");
    }

    public override string ToString() => _text.ToString();
}
