namespace Tidemark.Grafana.Tests.Databases;

/// <summary>Tests of alert rules share a calm, a troubled, a silent and an empty database.</summary>
[CollectionDefinition(Name)]
public sealed class AlertCollection : ICollectionFixture<CalmDatabase>, ICollectionFixture<TroubledDatabase>, ICollectionFixture<SilentDatabase>,
    ICollectionFixture<EmptyDatabase>
{
    public const string Name = "calm, troubled, silent and empty database";
}
