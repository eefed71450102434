using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Embedded;

namespace Tidemark.Collector.Diagnostics.Commands;

/// <summary>The database of a command: the configured one, or the embedded one of a running collector.</summary>
internal static class CommandDatabase
{
    /// <summary>Returns false, and prints the reason, if there is none.</summary>
    public static async Task<bool> TryUseAsync(IServiceProvider provider, CommandContext context, CancellationToken cancellationToken)
    {
        var options = provider.GetRequiredService<StoreOptions>();
        if ((options.ConnectionString ?? RunningCluster(provider.GetRequiredService<EmbeddedPostgresOptions>())) is not { } connectionString)
        {
            await context.FailAsync("There is no running database: start the collector first, or set ConnectionStrings:Tidemark.", cancellationToken);
            return false;
        }

        provider.GetRequiredService<Database>().Use(DataSource.Create(connectionString, options));
        return true;
    }

    private static string? RunningCluster(EmbeddedPostgresOptions options)
    {
        var directory = new ClusterDirectory(options.Directory);
        return directory.Major is null ? null : ClusterConnection.To(directory, EmbeddedPostgres.Database);
    }
}
