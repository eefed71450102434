namespace Tidemark.Collector.Tests.Recognise.Support;

/// <summary>A clock that stands still.</summary>
internal sealed class FakeTime(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
