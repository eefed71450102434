using System.Globalization;
using Npgsql;

namespace Tidemark.Collector.Store;

/// <summary>Connections as the collector wants them, whatever the given connection string says of it.</summary>
internal static class DataSource
{
    public static NpgsqlDataSource Create(string connectionString, StoreOptions options)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = "tidemark",
            CommandTimeout = (int)Math.Ceiling(options.CommandTimeout.TotalSeconds),
            Timeout = (int)Math.Ceiling(options.CommandTimeout.TotalSeconds),
            CancellationTimeout = 2000,
            MaxAutoPrepare = options.Prepare ? 64 : 0,
            AutoPrepareMinUsages = 2,
            IncludeErrorDetail = false,
            Options = string.Create(
                CultureInfo.InvariantCulture,
                $"-c lock_timeout={options.LockTimeout.TotalMilliseconds:0} -c statement_timeout={options.CommandTimeout.TotalMilliseconds:0} -c timezone=UTC -c synchronous_commit=on"),
        };
        return new NpgsqlDataSourceBuilder(builder.ConnectionString).Build();
    }
}
