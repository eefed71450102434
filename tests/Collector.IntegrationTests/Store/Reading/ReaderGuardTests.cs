using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Embedded;
using Tidemark.Collector.Store.Reading;
using Tidemark.Collector.Store.Schema;
using Tidemark.Testing;
using Tidemark.Testing.Databases;

namespace Tidemark.Collector.IntegrationTests.Store.Reading;

public sealed class ReaderGuardTests
{
    /// <summary>A background service that fails stops the collector.</summary>
    [Fact]
    public async Task Run_ConnectionFailsInAWayOfItsOwn_TriesAgain()
    {
        await using var database = await TestDatabase.CreateAsync();
        var attempts = 0;
        var builder = new NpgsqlDataSourceBuilder(database.ConnectionString);
        builder.UsePhysicalConnectionInitializer(_ => throw new TimeoutException(), _ =>
        {
            Interlocked.Increment(ref attempts);
            throw new TimeoutException();
        });
        await using var broken = new Database(NullLogger<Database>.Instance);
        broken.Use(builder.Build());
        await using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var options = new StoreOptions { ConnectionString = database.ConnectionString };
        await using var unused = new EmbeddedPostgres(new EmbeddedPostgresOptions(), TimeProvider.System, NullLogger<EmbeddedPostgres>.Instance);
        using var guard = new ReaderGuard(
            broken,
            new ReaderRole(options, unused, new SchemaLock(new Transactions(options)), TimeProvider.System, NullLogger<ReaderRole>.Instance),
            options,
            TimeProvider.System,
            services.GetRequiredService<IMeterFactory>(),
            NullLogger<ReaderGuard>.Instance);

        await guard.StartAsync(CancellationToken.None);
        await Eventually.TrueAsync(() => Volatile.Read(ref attempts) >= 3 || guard.ExecuteTask!.IsCompleted);

        Assert.False(guard.ExecuteTask!.IsCompleted, guard.ExecuteTask.Exception?.ToString());
        await guard.StopAsync(CancellationToken.None);
    }
}
