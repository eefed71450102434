using System.Security.Cryptography;
using System.Text;

namespace Tidemark.Collector.Model;

/// <summary>Who or what pays for operations: one combination of a user and labels.</summary>
/// <param name="UserId">Empty = no user.</param>
/// <param name="Labels">One JSON object, its keys in ordinal order; <c>{}</c> = no labels.</param>
internal sealed record Payer(string UserId, string Labels)
{
    public const string NoLabels = "{}";

    /// <summary>Stands for the combination in the database's index. Never changes.</summary>
    public Guid Digest => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{UserId}\n{Labels}")).AsSpan(0, 16), bigEndian: true);
}
