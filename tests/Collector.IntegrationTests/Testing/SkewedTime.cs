namespace Tidemark.Collector.IntegrationTests.Testing;

/// <summary>A clock that is wrong by a constant; its timers are right.</summary>
internal sealed class SkewedTime(TimeSpan ahead) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
