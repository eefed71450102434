using System.Security.Cryptography;
using System.Text;

namespace Tidemark.Collector.Store.Schema;

/// <summary>One numbered step of the schema, or one view or function that is replaced when its text changes.</summary>
internal sealed record Migration(string Name, string Sql)
{
    /// <summary>Hash of the text, recorded with the name, so that an edited step is detected.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    /// <summary>All files of one folder, in the order of their names.</summary>
    public static IReadOnlyList<Migration> ReadAll(string folder) => [.. SqlText.List(folder).Select(name => new Migration(name, SqlText.Read(name)))];
}
