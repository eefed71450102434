using System.Globalization;
using Npgsql;

namespace Tidemark.Collector.Store;

/// <summary>Connections as the collector wants them, whatever the given connection string says of it.</summary>
internal static class DataSource
{
    public static NpgsqlDataSource Create(string connectionString, StoreOptions options) =>
        Create(new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "tidemark" }, options, Writing(options));

    /// <summary>How many connections a connection string allows; null = as many as are asked for.</summary>
    /// <exception cref="ArgumentException">It cannot be read.</exception>
    public static int? PoolSize(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        return builder.Pooling ? builder.MaxPoolSize : null;
    }

    /// <summary>Few connections that cannot write, so that readers can neither starve the lanes nor change anything.</summary>
    public static NpgsqlDataSource CreateForReading(string connectionString, StoreOptions options) =>
        Create(
            new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "tidemark-read", MaxPoolSize = options.ReadConnections },
            options,
            "-c default_transaction_read_only=on");

    // A collector that stands still, or whose machine is gone, must not keep its locks from the others: nothing here is idle in a
    // transaction for as long as a statement may take.
    private static string Writing(StoreOptions options) => string.Create(
        CultureInfo.InvariantCulture,
        $"-c synchronous_commit=on -c idle_in_transaction_session_timeout={options.CommandTimeout.TotalMilliseconds:0}");

    private static NpgsqlDataSource Create(NpgsqlConnectionStringBuilder given, StoreOptions options, string settings)
    {
        var builder = new NpgsqlConnectionStringBuilder(given.ConnectionString)
        {
            CommandTimeout = (int)Math.Ceiling(options.CommandTimeout.TotalSeconds),
            Timeout = (int)Math.Ceiling(options.CommandTimeout.TotalSeconds),
            CancellationTimeout = 2000,
            MaxAutoPrepare = options.Prepare ? 64 : 0,
            AutoPrepareMinUsages = 2,
            IncludeErrorDetail = false,
            Options = string.Create(
                CultureInfo.InvariantCulture,
                $"-c lock_timeout={options.LockTimeout.TotalMilliseconds:0} -c statement_timeout={options.CommandTimeout.TotalMilliseconds:0} -c timezone=UTC {settings}"),
        };
        if (options.PasswordFile is { } file) builder.Password = File.ReadAllText(file).Trim();
        // The name stands in the client's metrics, where it would else be the connection string.
        return new NpgsqlDataSourceBuilder(builder.ConnectionString) { Name = builder.ApplicationName }.Build();
    }
}
