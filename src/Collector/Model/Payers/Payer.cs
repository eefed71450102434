using System.Security.Cryptography;
using System.Text;

namespace Tidemark.Collector.Model.Payers;

/// <summary>A payer of operations: one combination of a user and labels.</summary>
/// <param name="UserId">Empty = no user.</param>
/// <param name="Labels">A JSON object with keys in ordinal order; <c>{}</c> = no labels.</param>
internal sealed record Payer(string UserId, string Labels)
{
    public const string NoLabels = "{}";

    /// <summary>Hash of the combination, used in the database's index. Never changes.</summary>
    public Guid Digest => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{UserId}\n{Labels}")).AsSpan(0, 16), bigEndian: true);
}
