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
        // Pooled, as users configure it: without a pool, collectors would open a session per statement.
        ConnectionString = new NpgsqlConnectionStringBuilder(owner) { Database = name, Pooling = true, MaxPoolSize = 20 }.ConnectionString;
        DataSource = NpgsqlDataSource.Create(ConnectionString);
    }

    public string Name { get; }

    public string ConnectionString { get; }

    public NpgsqlDataSource DataSource { get; }

    /// <param name="template">A database without connections to copy; null = empty.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public static Task<TestDatabase> CreateAsync(TestDatabase? template = null, CancellationToken cancellationToken = default) =>
        CreateAsync(template is null ? "" : $"TEMPLATE {template.Name}", cancellationToken);

    /// <param name="options">Options of CREATE DATABASE.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public static async Task<TestDatabase> CreateAsync(string options, CancellationToken cancellationToken = default)
    {
        var owner = new NpgsqlConnectionStringBuilder(await TestCluster.ConnectionStringAsync()) { Pooling = false }.ConnectionString;
        var name = $"test_{Interlocked.Increment(ref _last)}";
        await ExecuteAsync(owner, $"CREATE DATABASE {name} {options}", cancellationToken);
        return new TestDatabase(owner, name);
    }

    /// <summary>Reads one value; retries once if the pooled session had been terminated, as some tests do.</summary>
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

    /// <summary>Executes a statement in a new session, because it must not be retried after a pooled session was terminated.</summary>
    public Task ExecuteAsync(string sql, CancellationToken cancellationToken = default) =>
        ExecuteAsync(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ConnectionString, sql, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        // FORCE, because sessions of a killed collector may still exist.
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
        // DROP DATABASE waits for all backends, including one that is logging in for another test's paused collector.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 180 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
