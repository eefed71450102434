using Npgsql;

namespace Tidemark.Collector.Store;

/// <summary>Builds data sources with the collector's settings, which override the given connection string.</summary>
internal static class DataSource
{
    private const int HostRecheckSeconds = 1;

    public static NpgsqlDataSource Create(string connectionString, StoreOptions options)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "tidemark" };
        return Create(given, options, SessionSettings.Writing(options), TargetHosts.ForWriting(given));
    }

    /// <summary>Maximum pool size of a connection string; null = unlimited.</summary>
    /// <exception cref="ArgumentException">The connection string is invalid.</exception>
    public static int? PoolSize(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        return builder.Pooling ? builder.MaxPoolSize : null;
    }

    /// <summary>A small pool of read-only connections, so that readers can neither starve the lanes nor change anything.</summary>
    /// <param name="connectionString">Of the primary database, or of a replica.</param>
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
            // Poolers share sessions and refuse startup options: with one, settings are made in each transaction.
            NoResetOnClose = options.TransactionPooler,
            Options = options.TransactionPooler ? null : string.Join(' ', settings.Select(setting => $"-c {setting.Key}={setting.Value}")),
        };
        var isOneHost = builder.Host?.Contains(',', StringComparison.Ordinal) != true && builder.TargetSessionAttributes is null;
        builder.TargetSessionAttributes = null;
        // How long the role of a host is cached: after a failover it changes.
        if (!given.ShouldSerialize("Host Recheck Seconds")) builder.HostRecheckSeconds = HostRecheckSeconds;
        // The name appears in the client's metrics, which would otherwise contain the connection string.
        var source = new NpgsqlDataSourceBuilder(builder.ConnectionString) { Name = builder.ApplicationName };
        if (options.PasswordFile is { } file) ReadPassword(source, file);
        return isOneHost ? source.Build() : source.BuildMultiHost().WithTargetSession(target);
    }

    /// <summary>Each new connection reads the file, so that the password can be rotated without a restart.</summary>
    private static void ReadPassword(NpgsqlDataSourceBuilder source, string file)
    {
        // Fails at once if the file is missing at the start.
        File.ReadAllText(file);
        source.ConnectionStringBuilder.Password = null;
        source.UsePasswordProvider(
            _ => File.ReadAllText(file).Trim(), async (_, cancellationToken) => (await File.ReadAllTextAsync(file, cancellationToken)).Trim());
    }
}
