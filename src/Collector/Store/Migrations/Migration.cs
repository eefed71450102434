using System.Security.Cryptography;
using System.Text;
using Tidemark.Collector.Store.Statements;

namespace Tidemark.Collector.Store.Migrations;

/// <summary>One numbered step of the schema, or one view or function that is replaced when its text changes.</summary>
internal sealed record Migration(string Name, string Sql)
{
    /// <summary>Recorded beside the name, so that an edited step does not go unnoticed.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    /// <summary>Steps in their order; each runs once.</summary>
    public static IReadOnlyList<Migration> Steps { get; } = [.. SqlText.List("Migrations").Select(Read)];

    /// <summary>Functions before the views that use them, selections from views after these; each runs whenever its text has changed.</summary>
    public static IReadOnlyList<Migration> Objects { get; } =
        [.. SqlText.List("Functions").Concat(SqlText.List("Views")).Concat(SqlText.List("Selections")).Select(Read)];

    private static Migration Read(string name) => new(name, SqlText.Read(name));
}
