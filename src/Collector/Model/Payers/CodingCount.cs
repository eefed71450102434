using System.Security.Cryptography;
using System.Text;

namespace Tidemark.Collector.Model.Payers;

/// <summary>What a lane's transaction adds to one row of <c>coding_counts</c>.</summary>
/// <param name="Hour">Start of the hour, UTC.</param>
/// <param name="Mark">The counted measure. Its scale is already applied to <paramref name="Value"/>, and is 1 here.</param>
internal sealed record CodingCount(DateTime Hour, string Service, string Environment, CodingMark Mark, double Value)
{
    /// <summary>Identifies everything except hour and value.</summary>
    public Guid Digest { get; } = DigestOf([
        Service, Environment, Mark.Agent, Mark.Version, Mark.Measure, Mark.Detail, Mark.Actor, Mark.Model, Mark.UserId, Mark.Labels
    ]);

    private static Guid DigestOf(string[] texts)
    {
        // Does not occur in text.
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', texts)));
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
