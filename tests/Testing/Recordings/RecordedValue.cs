using System.Text;

namespace Tidemark.Testing.Recordings;

/// <summary>What a set of recordings must come to in the database, as a query and its answer.</summary>
/// <param name="What">The program and what is asked of it.</param>
/// <param name="Right">As PostgreSQL writes it; columns parted by a bar, null as nothing.</param>
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
