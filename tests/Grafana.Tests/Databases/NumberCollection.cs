namespace Tidemark.Grafana.Tests.Databases;

/// <summary>Tests of numbers share a busy database, one that has been silent for an hour, an empty and a wide one.</summary>
[CollectionDefinition(Name)]
public sealed class NumberCollection
    : ICollectionFixture<SteadyDatabase>, ICollectionFixture<SilentDatabase>, ICollectionFixture<EmptyDatabase>, ICollectionFixture<WideDatabase>
{
    public const string Name = "steady, silent, empty and wide database";
}
