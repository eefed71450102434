using Npgsql;

namespace Tidemark.Collector.Store.Embedded;

/// <summary>Connection strings of an embedded cluster.</summary>
internal static class ClusterConnection
{
    public const string Maintenance = "postgres";

    public static string To(ClusterDirectory directory, string database)
    {
        var connection = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = directory.Port,
            Username = EmbeddedPostgres.Owner,
            Password = directory.ReadPassword(),
            Database = database,
            SslMode = SslMode.Disable,
        };
        // Pooled connections would hold the maintenance database, and be dead after a restart.
        if (database == Maintenance)
        {
            connection.Pooling = false;
            connection.Timeout = 5;
        }

        return connection.ConnectionString;
    }
}
