using Tidemark.Collector.Store.Maintenance;

namespace Tidemark.Collector.Pipeline.Users;

/// <summary>A list of users read from a file.</summary>
/// <param name="Names">One entry per user; empty on errors.</param>
/// <param name="Error">The error with its location; null = none.</param>
internal sealed record UserList(IReadOnlyList<UserName> Names, string? Error)
{
    public static UserList Wrong(string error) => new([], error);
}
