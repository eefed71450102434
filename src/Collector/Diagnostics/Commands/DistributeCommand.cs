using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Distributed;
using Tidemark.Collector.Store.Maintenance;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Diagnostics.Commands;

/// <summary><c>--distribute [--dry-run]</c>: prepares an empty database on a Citus coordinator.</summary>
internal sealed class DistributeCommand : ICommand
{
    private const string Usage = "Usage: collector --distribute [--dry-run]   (ConnectionStrings:Tidemark names the coordinator of a Citus cluster)";

    public IReadOnlyList<string> Names => ["--distribute"];

    public IReadOnlyList<(string Form, string Does)> Help =>
        [("--distribute [--dry-run]", "distributes the tables of an empty database over the workers of its Citus cluster")];

    public async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Arguments is not ([_] or [_, "--dry-run"])) return await context.ShowUsageAsync(Usage, cancellationToken);

        await using var provider = context.Services.BuildServiceProvider();
        if (!await CommandDatabase.TryUseAsync(provider, context, cancellationToken)) return 1;
        await using var connection = await provider.GetRequiredService<Database>().OpenAsync(cancellationToken);
        await ServerCheck.RunAsync(connection, cancellationToken);
        if (Fault(await Cluster.ReadAsync(connection, cancellationToken)) is { } fault) return await context.FailAsync(fault, cancellationToken);

        if (context.Arguments.Count == 2)
        {
            foreach (var table in Placements.Tables) await context.Output.WriteLineAsync(Cluster.Line(table).AsMemory(), cancellationToken);
            await context.Output.WriteLineAsync("Nothing was written.".AsMemory(), cancellationToken);
            return 0;
        }

        await provider.GetRequiredService<Migrator>().MigrateAsync(connection, cancellationToken);
        // Before the tables are distributed: each later partition is made on every worker, which takes longer.
        await provider.GetRequiredService<PartitionKeeper>().KeepAsync(connection, cancellationToken);
        await provider.GetRequiredService<Cluster>().DistributeAsync(connection, context.Output.WriteLine, cancellationToken);
        await context.Output.WriteLineAsync(
            "Done. Start collectors with Tidemark:Store:Distribution=Citus.".AsMemory(), cancellationToken);
        return 0;
    }

    private static string? Fault(ClusterState state) => state switch
    {
        { HasExtension: false } => "The database has no extension citus: CREATE EXTENSION citus on the coordinator and on each worker.",
        { IsCoordinator: false } => "This server is not the coordinator of its Citus cluster: name the coordinator in ConnectionStrings:Tidemark.",
        { Workers: 0 } => "The cluster has no worker that may hold shards: add one with citus_add_node.",
        { IsDistributed: true } => "The tables are distributed already: start collectors with Tidemark:Store:Distribution=Citus.",
        { IsEmpty: false } => "The database is not empty. Distribute a new one, and send telemetry to it; operations already stored are not moved.",
        _ => null,
    };
}
