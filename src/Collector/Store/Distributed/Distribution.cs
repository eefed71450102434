namespace Tidemark.Collector.Store.Distributed;

/// <summary>How the tables are spread over servers.</summary>
internal enum Distribution
{
    /// <summary>All of them on one PostgreSQL.</summary>
    None,

    /// <summary>Over the workers of a Citus cluster, whose coordinator the connection string names.</summary>
    Citus,
}
