namespace Tidemark.Collector.IntegrationTests.Testing;

/// <summary>Counts of the database in all places that must agree.</summary>
internal sealed record StoredCounts(
    long Operations,
    long InSessions,
    long InTenSeconds,
    long InFiveMinutes,
    long InHours,
    long Tokens,
    long TokensInSessions,
    long TokensInRollups)
{
    public static StoredCounts Of(long operations, long tokens) => new(operations, operations, operations, operations, operations, tokens, tokens, tokens);
}
