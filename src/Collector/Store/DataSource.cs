using Npgsql;

namespace Tidemark.Collector.Store;

/// <summary>Connections as the collector wants them, whatever the given connection string says of it.</summary>
internal static class DataSource
{
    public static NpgsqlDataSource Create(string connectionString, StoreOptions options) =>
        Create(new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "tidemark" }, options, SessionSettings.Writing(options));

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
            SessionSettings.Reading(options));

    private static NpgsqlDataSource Create(NpgsqlConnectionStringBuilder given, StoreOptions options, IReadOnlyDictionary<string, string> settings)
    {
        var builder = new NpgsqlConnectionStringBuilder(given.ConnectionString)
        {
            CommandTimeout = (int)Math.Ceiling(options.CommandTimeout.TotalSeconds),
            Timeout = (int)Math.Ceiling(options.CommandTimeout.TotalSeconds),
            CancellationTimeout = 2000,
            MaxAutoPrepare = options.Prepare ?? !options.TransactionPooler ? 64 : 0,
            AutoPrepareMinUsages = 2,
            IncludeErrorDetail = false,
            Timezone = "UTC",
            // What a pooler hands on is not this session's to reset, and poolers refuse options: there, each transaction has its settings.
            NoResetOnClose = options.TransactionPooler,
            Options = options.TransactionPooler ? null : string.Join(' ', settings.Select(setting => $"-c {setting.Key}={setting.Value}")),
        };
        if (options.PasswordFile is { } file) builder.Password = File.ReadAllText(file).Trim();
        // The name stands in the client's metrics, where it would else be the connection string.
        return new NpgsqlDataSourceBuilder(builder.ConnectionString) { Name = builder.ApplicationName }.Build();
    }
}
