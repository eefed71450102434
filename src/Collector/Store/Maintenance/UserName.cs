namespace Tidemark.Collector.Store.Maintenance;

/// <summary>One entry of the list of users.</summary>
/// <param name="UserId">The id as stored.</param>
/// <param name="DisplayName">Display name; null = none.</param>
/// <param name="Team">Used as the label <c>team</c> for operations that have none; null = none.</param>
internal sealed record UserName(string UserId, string? DisplayName, string? Team);
