using System.Text;

namespace Tidemark.Testing.Recordings;

/// <summary>The expected result of a query after a set of recordings.</summary>
/// <param name="What">The program, and what is queried.</param>
/// <param name="Right">As text in PostgreSQL's format; columns separated by a bar, null as empty.</param>
internal sealed record RecordedValue(string What, string Query, string Right)
{
    public static IReadOnlyList<RecordedValue> Of(string set)
    {
        using var file = typeof(RecordedValue).Assembly.GetManifestResourceStream($"Recordings/{set}.tsv")
            ?? throw new ArgumentException($"There are no values of recording {set}.", nameof(set));
        using var reader = new StreamReader(file, Encoding.UTF8);
        var values = new List<RecordedValue>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('\t') is not [var what, var query, var right]) throw new InvalidDataException($"Not what, query and right value: {line}");
            values.Add(new RecordedValue(what, query, right));
        }

        return values;
    }
}
