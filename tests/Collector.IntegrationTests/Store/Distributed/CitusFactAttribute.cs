namespace Tidemark.Collector.IntegrationTests.Store.Distributed;

/// <summary>Needs a Citus cluster; skipped where none is named.</summary>
internal sealed class CitusFactAttribute : FactAttribute
{
    public const string Variable = "TIDEMARK_TEST_CITUS";

    public CitusFactAttribute()
    {
        if (Cluster is null)
            Skip = $"Left out: {Variable} names no Citus cluster. Set it to the connection string of a database on a coordinator, with the extension citus "
                + "on it and on its workers, in which the tests may drop the schemas tidemark and tidemark_store.";
    }

    /// <summary>Connection string of the coordinator; null = there is none.</summary>
    public static string? Cluster { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? text : null;
}
