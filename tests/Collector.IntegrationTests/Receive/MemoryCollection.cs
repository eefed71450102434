namespace Tidemark.Collector.IntegrationTests.Receive;

/// <summary>Tests that watch the process's memory run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MemoryCollection
{
    public const string Name = "memory";
}
