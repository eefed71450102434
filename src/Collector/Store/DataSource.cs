using Npgsql;

namespace Tidemark.Collector.Store;

/// <summary>Connections as the collector wants them, whatever the given connection string says of it.</summary>
internal static class DataSource
{
    private const int HostRecheckSeconds = 1;

    public static NpgsqlDataSource Create(string connectionString, StoreOptions options)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "tidemark" };
        return Create(given, options, SessionSettings.Writing(options), TargetHosts.ForWriting(given));
    }

    /// <summary>How many connections a connection string allows; null = as many as are asked for.</summary>
    /// <exception cref="ArgumentException">It cannot be read.</exception>
    public static int? PoolSize(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        return builder.Pooling ? builder.MaxPoolSize : null;
    }

    /// <summary>Few connections that cannot write, so that readers can neither starve the lanes nor change anything.</summary>
    /// <param name="connectionString">Of the database that is written to, or of a replica.</param>
    /// <param name="options">Limits, and whether there is a replica.</param>
    public static NpgsqlDataSource CreateForReading(string connectionString, StoreOptions options)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "tidemark-read", MaxPoolSize = options.ReadConnections };
        var target = options.ReadConnectionString is null ? TargetSessionAttributes.Primary : TargetHosts.ForReading(given);
        return Create(given, options, SessionSettings.Reading(options), target);
    }

    private static NpgsqlDataSource Create(
        NpgsqlConnectionStringBuilder given, StoreOptions options, IReadOnlyDictionary<string, string> settings, TargetSessionAttributes target)
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
        var isOneHost = builder.Host?.Contains(',', StringComparison.Ordinal) != true && builder.TargetSessionAttributes is null;
        builder.TargetSessionAttributes = null;
        // What a host was is asked again so often: after a failover it is another.
        if (!given.ShouldSerialize("Host Recheck Seconds")) builder.HostRecheckSeconds = HostRecheckSeconds;
        // The name stands in the client's metrics, where it would else be the connection string.
        var source = new NpgsqlDataSourceBuilder(builder.ConnectionString) { Name = builder.ApplicationName };
        if (options.PasswordFile is { } file) ReadPassword(source, file);
        return isOneHost ? source.Build() : source.BuildMultiHost().WithTargetSession(target);
    }

    /// <summary>Each new connection reads the file, so that the password can be changed without a restart.</summary>
    private static void ReadPassword(NpgsqlDataSourceBuilder source, string file)
    {
        // A start without the file fails at once.
        File.ReadAllText(file);
        source.ConnectionStringBuilder.Password = null;
        source.UsePasswordProvider(
            _ => File.ReadAllText(file).Trim(), async (_, cancellationToken) => (await File.ReadAllTextAsync(file, cancellationToken)).Trim());
    }
}
