using Tidemark.Collector.Store.Maintenance;

namespace Tidemark.Collector.Pipeline.Users;

/// <summary>A list of users as a file has it.</summary>
/// <param name="Names">Of each user once; empty where something is wrong.</param>
/// <param name="Error">What is wrong with the file, and where; null = nothing.</param>
internal sealed record UserList(IReadOnlyList<UserName> Names, string? Error)
{
    public static UserList Wrong(string error) => new([], error);
}
