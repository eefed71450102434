namespace Tidemark.Collector.Store.Maintenance;

/// <summary>A line of the list of users.</summary>
/// <param name="UserId">As it is stored.</param>
/// <param name="DisplayName">What people call the user; null = no name.</param>
/// <param name="Team">Counts as the label <c>team</c> of operations that have none; null = none.</param>
internal sealed record UserName(string UserId, string? DisplayName, string? Team);
