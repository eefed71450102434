using System.Globalization;
using System.Text;

namespace Tidemark.Collector.Query.Sessions;

/// <summary>Writes Markdown with untrusted text, which is escaped so that it cannot become markup.</summary>
internal sealed class Markdown
{
    private const string Special = "\\`*_[]<>|~&";

    private readonly StringBuilder _text = new();

    /// <summary>Escapes text, on one line.</summary>
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

    /// <summary>Text for backticks within a table: without backticks, bars and line breaks.</summary>
    public static string Code(string? text) => new([.. (text ?? "").Select(letter => letter is '`' or '|' || char.IsControl(letter) ? ' ' : letter)]);

    public static string Time(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public void Line(FormattableString line) => _text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    public void Heading(string text) => _text.Append(CultureInfo.InvariantCulture, $"\n## {text}\n\n");

    /// <summary>Writes a table; cells must be escaped already.</summary>
    /// <param name="header">Column names, separated by <c>|</c>.</param>
    /// <param name="rows">Rows with one cell per column.</param>
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
