using System.Security.Cryptography;
using System.Text;

namespace Tidemark.Collector.Model;

/// <summary>What one lane's transaction adds to a row of <c>coding_counts</c>.</summary>
/// <param name="Hour">UTC, whole.</param>
/// <param name="Mark">Its scale is in <paramref name="Value"/>, and 1 here.</param>
internal sealed record CodingCount(DateTime Hour, string Service, string Environment, CodingMark Mark, double Value)
{
    /// <summary>Names everything but hour and value.</summary>
    public Guid Digest { get; } = DigestOf([
        Service, Environment, Mark.Agent, Mark.Version, Mark.Measure, Mark.Detail, Mark.Actor, Mark.Model, Mark.UserId, Mark.Labels
    ]);

    private static Guid DigestOf(string[] texts)
    {
        // No text holds this character.
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', texts)));
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
