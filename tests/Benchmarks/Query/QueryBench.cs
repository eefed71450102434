using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Tidemark.Benchmarks.Running;
using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Maintenance;
using Tidemark.Collector.Store.Schema;
using Tidemark.Testing.Databases;

namespace Tidemark.Benchmarks.Query;

/// <summary>Measures every public view and function, and every dashboard query, on a database with many operations.</summary>
internal sealed class QueryBench : IBenchmark
{
    private static readonly TimeSpan MostOfOne = TimeSpan.FromSeconds(5);

    public string Name => "query";

    public string Summary =>
        "time of every view, function and dashboard query; --operations, --sessions, --users, --runs, --on CONNECTION_STRING (a database that was filled "
            + "before)";

    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var operations = arguments.Int("operations", 1_000_000);
        var sessions = arguments.Int("sessions", 10_000);
        var users = arguments.Int("users", 1_000);
        var runs = arguments.Int("runs", 20);
        var filled = arguments.Text("on");
        arguments.RefuseUnknown();
        await using var postgres = filled is null ? await BenchDatabase.StartAsync(cancellationToken) : null;
        await using var database = NpgsqlDataSource.Create(filled ?? postgres!.ConnectionString);
        await MigrateAsync(database, cancellationToken);
        if (filled is null) await Fill.RunAsync(database, operations, sessions, users, Console.WriteLine, cancellationToken);

        var session = $"session-{sessions / 2}";
        var slowest = (Name: "none", P95: 0.0);
        foreach (var statement in PublicStatements.All(session).Concat(DashboardStatements.All(session)))
        {
            var times = await TimeAsync(database, statement, runs, cancellationToken);
            var (p50, p95) = (At(times, 0.5), At(times, 0.95));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"p50_ms={p50,8:F1} p95_ms={p95,8:F1} runs={times.Length,-3} {statement.Name}"));
            if (p95 > slowest.P95) slowest = (statement.Name, p95);
        }

        var stored = await CountAsync(database, cancellationToken);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"operations={stored} p95_ms={slowest.P95:F1} slowest={slowest.Name}"));
        return 0;
    }

    private static async Task MigrateAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await new Migrator(DatabaseSchema.Current, SchemaLocks.Default, NullLogger<Migrator>.Instance).MigrateAsync(connection, cancellationToken);
        await new PartitionKeeper(
            new StoreOptions(), SchemaLocks.Default, TimeProvider.System, NullLogger<PartitionKeeper>.Instance).KeepAsync(connection, cancellationToken);
    }

    /// <returns>Milliseconds to the last row, ascending, without the first run, which fills caches.</returns>
    private static async Task<double[]> TimeAsync(NpgsqlDataSource database, TimedStatement statement, int runs, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        var whole = Stopwatch.StartNew();
        await ReadAsync(database, statement, cancellationToken);
        do
        {
            var watch = Stopwatch.StartNew();
            await ReadAsync(database, statement, cancellationToken);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        while (times.Count < runs && whole.Elapsed < MostOfOne);
        return [.. times.Order()];
    }

    private static async Task ReadAsync(NpgsqlDataSource database, TimedStatement statement, CancellationToken cancellationToken)
    {
        try
        {
            await using var command = database.CreateCommand(statement.Sql);
            command.CommandTimeout = 120;
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                // All rows are transferred, as for a dashboard.
            }
        }
        catch (PostgresException e)
        {
            throw new InvalidOperationException($"{statement.Name} failed: {e.MessageText}\n{statement.Sql}", e);
        }
    }

    private static double At(double[] sorted, double quantile) => sorted[Math.Min(sorted.Length - 1, (int)(quantile * sorted.Length))];

    private static async Task<long> CountAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT count(*) FROM tidemark_store.operations");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
