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
        // As users give it: collectors without a pool would begin a session for every statement.
        ConnectionString = new NpgsqlConnectionStringBuilder(owner) { Database = name, Pooling = true, MaxPoolSize = 20 }.ConnectionString;
        DataSource = NpgsqlDataSource.Create(ConnectionString);
    }

    public string Name { get; }

    public string ConnectionString { get; }

    public NpgsqlDataSource DataSource { get; }

    /// <param name="template">A database to copy, to which nobody is connected; null = empty.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task<TestDatabase> CreateAsync(TestDatabase? template = null, CancellationToken cancellationToken = default) =>
        CreateAsync(template is null ? "" : $"TEMPLATE {template.Name}", cancellationToken);

    /// <param name="options">Of CREATE DATABASE.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<TestDatabase> CreateAsync(string options, CancellationToken cancellationToken = default)
    {
        var owner = new NpgsqlConnectionStringBuilder(await TestCluster.ConnectionStringAsync()) { Pooling = false }.ConnectionString;
        var name = $"test_{Interlocked.Increment(ref _last)}";
        await ExecuteAsync(owner, $"CREATE DATABASE {name} {options}", cancellationToken);
        return new TestDatabase(owner, name);
    }

    /// <summary>Reads one value; once more when the pool's session had been ended, as faults planted by tests do.</summary>
    public async Task<T> ScalarAsync<T>(string sql, CancellationToken cancellationToken = default)
    {
        try
        {
            return await ReadAsync<T>(sql, cancellationToken);
        }
        catch (NpgsqlException failure) when (failure is not PostgresException || failure.SqlState == PostgresErrorCodes.AdminShutdown)
        {
            DataSource.Clear();
            return await ReadAsync<T>(sql, cancellationToken);
        }
    }

    /// <summary>Changes something, in a session of its own: what is done must not be done again because a pool's session had been ended.</summary>
    public Task ExecuteAsync(string sql, CancellationToken cancellationToken = default) =>
        ExecuteAsync(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ConnectionString, sql, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        // FORCE: a killed collector's sessions may not have noticed yet.
        await ExecuteAsync(_owner, $"DROP DATABASE {Name} WITH (FORCE)", CancellationToken.None);
    }

    private async Task<T> ReadAsync<T>(string sql, CancellationToken cancellationToken)
    {
        await using var command = DataSource.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task ExecuteAsync(string connectionString, string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        // DROP DATABASE waits for every backend to take notice, also for one that another test's paused collector was just logging in with.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 180 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
