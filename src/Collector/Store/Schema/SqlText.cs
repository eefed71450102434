using System.Reflection;

namespace Tidemark.Collector.Store.Schema;

/// <summary>Reads the embedded <c>.sql</c> files, with names replaced by numbers (<see cref="SqlNames"/>).</summary>
internal static class SqlText
{
    private const string Root = "Store/";

    private static readonly Assembly Source = typeof(SqlText).Assembly;

    /// <summary>Text of a file under <c>Store/Sql</c>, without its extension.</summary>
    /// <exception cref="InvalidOperationException">There is no such file.</exception>
    public static string Read(string name) => Read(Root, name);

    /// <summary>Whether there is such a file under <c>Store/Sql</c>.</summary>
    public static bool Has(string name) => Source.GetManifestResourceInfo($"{Root}{name}.sql") is not null;

    /// <summary>Text of an SQL file of another stage.</summary>
    /// <exception cref="InvalidOperationException">There is no such file.</exception>
    public static string Read(string root, string name)
    {
        using var stream = Source.GetManifestResourceStream($"{root}{name}.sql")
            ?? throw new InvalidOperationException($"The SQL file '{name}.sql' is not part of this build.");
        using var reader = new StreamReader(stream);
        return SqlNames.Fill(reader.ReadToEnd());
    }

    /// <summary>The query of a view.</summary>
    /// <param name="name">Its file, without its extension.</param>
    public static string QueryOf(string name)
    {
        var text = Read(name);
        var start = text.IndexOf(" AS\n", StringComparison.Ordinal) + " AS\n".Length;
        return text[start..text.IndexOf(';', start)];
    }

    /// <summary>Names of the files in one folder, in ordinal order.</summary>
    public static IReadOnlyList<string> List(string folder) =>
    [
        .. Source.GetManifestResourceNames()
            .Where(name => name.StartsWith($"{Root}{folder}/", StringComparison.Ordinal))
            .Select(name => name[Root.Length..^".sql".Length])
            .Order(StringComparer.Ordinal),
    ];
}
