using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Tidemark.Benchmarks.Ingest;
using Tidemark.Benchmarks.Running;
using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Maintenance;
using Tidemark.Collector.Store.Schema;
using Tidemark.Testing.Databases;

namespace Tidemark.Benchmarks.Costs;

/// <summary>Measures time and bytes per operation: plain COPY by number of indexes, and a lane by the parts that it writes.</summary>
internal sealed class CostBench : IBenchmark
{
    public string Name => "cost";

    public string Summary =>
        "CPU, WAL and bytes per operation of COPY with 0 to 3 indexes, and of the lane part by part; --operations, --batch, --sessions, --hours";

    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var operations = arguments.Int("operations", 100_000);
        var work = new LaneWork(arguments.Int("batch", 5_000), arguments.Int("sessions", 2_000), TimeSpan.FromHours(arguments.Int("hours", 1)));
        arguments.RefuseUnknown();
        await using var postgres = await BenchDatabase.StartAsync(cancellationToken);
        await using var database = NpgsqlDataSource.Create(postgres.ConnectionString);
        await MigrateAsync(database, cancellationToken);
        var meter = new CostMeter(database, operations, Console.Out);

        var first = await NextTransactionAsync(database, cancellationToken);
        foreach (var part in Enum.GetValues<LanePart>())
        {
            await using var lane = new BenchLane(database, work, part);
            await lane.RunAsync(work.Batch, cancellationToken);
            await meter.MeasureAsync($"lane: {part.Say()}", "tidemark_store", () => lane.RunAsync(operations, cancellationToken), cancellationToken);
        }

        await CopyBaseline.MakeTableAsync(database, cancellationToken);
        for (var indexes = 0; indexes <= 3; indexes++)
        {
            var table = await CopyBaseline.MakeTableAsync(database, indexes, cancellationToken);
            var copy = new CopyBaseline(database, 1, work.Batch, table);
            var rows = await copy.ReadFirstAsync(first, operations, cancellationToken);
            await meter.MeasureAsync($"copy: {indexes} indexes", table.Split('.')[0], () => copy.WriteAsync(rows, cancellationToken), cancellationToken);
        }

        foreach (var size in await Size.ReadAsync(database, "tidemark_store", cancellationToken))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size.Relation,-24}heap={size.Heap,12} indexes={size.Indexes,12}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"operations={operations} batch={work.Batch} sessions={work.Sessions}"));
        return 0;
    }

    private static async Task<long> NextTransactionAsync(NpgsqlDataSource database, CancellationToken cancellationToken) =>
        await new CopyBaseline(database, 1, 1).NextTransactionAsync(cancellationToken);

    private static async Task MigrateAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await new Migrator(DatabaseSchema.Current, SchemaLocks.Default, NullLogger<Migrator>.Instance).MigrateAsync(connection, cancellationToken);
        await new PartitionKeeper(
            new StoreOptions(), SchemaLocks.Default, TimeProvider.System, NullLogger<PartitionKeeper>.Instance).KeepAsync(connection, cancellationToken);
    }
}
