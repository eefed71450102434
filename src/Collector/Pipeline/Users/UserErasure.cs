using System.Text;
using Tidemark.Collector.Recognise;
using Tidemark.Collector.Store.Maintenance;

namespace Tidemark.Collector.Pipeline.Users;

/// <summary>Removes a user from the stored data, by the id that programs send.</summary>
internal sealed class UserErasure(RecogniserParts parts, UserEraser eraser)
{
    /// <returns>Number of rows of each type that contained the user.</returns>
    public async Task<IReadOnlyList<(string What, long Rows)>> RunAsync(string userId, bool isDryRun, CancellationToken cancellationToken)
    {
        // Stored ids may be hashes of what is sent; rows from before hashing was enabled contain the id itself.
        var stored = parts.Users.Get(Encoding.UTF8.GetBytes(userId));
        var rows = new List<(string What, long Rows)>();
        foreach (var id in new[] { userId, stored }.OfType<string>().Distinct(StringComparer.Ordinal))
            rows.AddRange(await eraser.EraseAsync(id, isDryRun, cancellationToken));
        return [.. rows.GroupBy(row => row.What).Select(group => (group.Key, group.Sum(row => row.Rows)))];
    }
}
