using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Embedded;
using Tidemark.Collector.Store.Reading;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.IntegrationTests.Store.Reading;

/// <summary>Roles are shared by all databases of a server: collectors of several databases create the same one.</summary>
public sealed class ReaderRoleRaceTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private const int Databases = 4;
    private const int Times = 10;

    [Fact]
    public async Task Ensure_OnSeveralDatabasesAtOnce_Succeeds()
    {
        var directory = new EmbeddedPostgresOptions { Directory = fixture.Root };
        await using var embedded = new EmbeddedPostgres(directory, TimeProvider.System, NullLogger<EmbeddedPostgres>.Instance);
        var options = new StoreOptions { ReaderPasswordFile = Path.Combine(fixture.Root, "reader-password") };
        var role = new ReaderRole(options, embedded, new SchemaLock(new Transactions(options)), TimeProvider.System, NullLogger<ReaderRole>.Instance);

        await Task.WhenAll(Enumerable.Range(1, Databases).Select(EnsureAsync));

        await using var reading = fixture.Reader.CreateCommand("SELECT count(*) FROM tidemark.sessions");
        Assert.Equal(0L, await reading.ExecuteScalarAsync());

        async Task EnsureAsync(int number)
        {
            await using var connection = new NpgsqlConnection(await CreateDatabaseAsync($"race_{number}"));
            await connection.OpenAsync();
            for (var time = 0; time < Times; time++) await role.EnsureAsync(connection, CancellationToken.None);
        }
    }

    private async Task<string> CreateDatabaseAsync(string name)
    {
        var owner = new NpgsqlConnectionStringBuilder(ClusterConnection.To(new ClusterDirectory(fixture.Root), EmbeddedPostgres.Database)) { Pooling = false };
        await ExecuteAsync(owner.ConnectionString, $"CREATE DATABASE {name} TEMPLATE template0");
        owner.Database = name;
        await ExecuteAsync(owner.ConnectionString, "CREATE SCHEMA tidemark; CREATE SCHEMA tidemark_store; CREATE TABLE tidemark_store.migrations ()");
        return owner.ConnectionString;
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
