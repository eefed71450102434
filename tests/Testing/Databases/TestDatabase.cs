using Npgsql;

namespace Tidemark.Testing.Databases;

/// <summary>An empty database of one test (or class) in the <see cref="TestCluster"/>; dropped when disposed.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private static int _last;

    private readonly string _owner;

    private TestDatabase(string owner, string name)
    {
        _owner = owner;
        Name = name;
        ConnectionString = new NpgsqlConnectionStringBuilder(owner) { Database = name, MaxPoolSize = 20 }.ConnectionString;
        DataSource = NpgsqlDataSource.Create(ConnectionString);
    }

    public string Name { get; }

    public string ConnectionString { get; }

    public NpgsqlDataSource DataSource { get; }

    /// <param name="template">A database to copy, to which nobody is connected; null = empty.</param>
    public static async Task<TestDatabase> CreateAsync(TestDatabase? template = null, CancellationToken cancellationToken = default)
    {
        var owner = new NpgsqlConnectionStringBuilder(await TestCluster.ConnectionStringAsync()) { Pooling = false }.ConnectionString;
        var name = $"test_{Interlocked.Increment(ref _last)}";
        await ExecuteAsync(owner, template is null ? $"CREATE DATABASE {name}" : $"CREATE DATABASE {name} TEMPLATE {template.Name}", cancellationToken);
        return new TestDatabase(owner, name);
    }

    public async Task<T> ScalarAsync<T>(string sql, CancellationToken cancellationToken = default)
    {
        await using var command = DataSource.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public async Task ExecuteAsync(string sql, CancellationToken cancellationToken = default)
    {
        await using var command = DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        // FORCE: a killed collector's sessions may not have noticed yet.
        await ExecuteAsync(_owner, $"DROP DATABASE {Name} WITH (FORCE)", CancellationToken.None);
    }

    private static async Task ExecuteAsync(string owner, string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(owner);
        await connection.OpenAsync(cancellationToken);
        // DROP DATABASE waits for every backend to take notice, also for one that another test's paused collector was just logging in with.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 180 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
