namespace Tidemark.Grafana.Tests.Databases;

/// <summary>Tests that share one filled and one empty database, read-only.</summary>
[CollectionDefinition(Name)]
public sealed class FilledCollection : ICollectionFixture<FilledDatabase>, ICollectionFixture<EmptyDatabase>
{
    public const string Name = "filled and empty database";
}
