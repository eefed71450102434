using Npgsql;

namespace Tidemark.Testing.Databases;

/// <summary>
/// A role that may only log in, with the owner's operations on it; dropped on disposal, after its databases.
/// </summary>
internal sealed class TestRole : IAsyncDisposable
{
    private static int _last;

    private readonly NpgsqlDataSource _owner;

    private TestRole(NpgsqlDataSource owner, string name)
    {
        _owner = owner;
        Name = name;
    }

    public string Name { get; }

    public static async Task<TestRole> CreateAsync(string password)
    {
        var owner = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(await TestCluster.ConnectionStringAsync()) { Pooling = false }.ConnectionString);
        var role = new TestRole(owner, $"role_{Interlocked.Increment(ref _last)}");
        await role.ExecuteAsync($"CREATE ROLE {role.Name} LOGIN PASSWORD '{password}'");
        return role;
    }

    /// <summary>Executes a statement as the cluster's owner.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var command = _owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await ExecuteAsync($"DROP ROLE {Name}");
        await _owner.DisposeAsync();
    }
}
