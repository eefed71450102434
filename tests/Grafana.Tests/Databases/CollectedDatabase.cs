using Npgsql;
using Tidemark.Testing;
using Tidemark.Testing.Databases;
using Tidemark.Testing.Processes;

namespace Tidemark.Grafana.Tests.Databases;

/// <summary>A database with a real collector, and Grafana's view of it through the role that may read only the public schema.</summary>
internal sealed class CollectedDatabase : IAsyncDisposable
{
    private const string ReaderPassword = "reader";

    // The collections have ten databases; ten collectors that start in parallel on a busy machine would exceed any deadline.
    private static readonly SemaphoreSlim Starting = new(2);

    private readonly TemporaryDirectory _directory;
    private readonly TestDatabase _database;
    private readonly CollectorProcess _collector;

    private CollectedDatabase(TemporaryDirectory directory, TestDatabase database, CollectorProcess collector)
    {
        (_directory, _database, _collector) = (directory, database, collector);
        Sender = new Sender(collector.Http);
        var reader = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = "tidemark_reader", Password = ReaderPassword, MaxPoolSize = 10 };
        Reader = NpgsqlDataSource.Create(reader.ConnectionString);
    }

    /// <summary>The data source of Grafana.</summary>
    public NpgsqlDataSource Reader { get; }

    public Sender Sender { get; }

    public Uri Grpc => _collector.Grpc;

    public static async Task<CollectedDatabase> StartAsync(IReadOnlyDictionary<string, string>? settings = null)
    {
        var directory = new TemporaryDirectory();
        var password = Path.Combine(directory.Path, "reader");
        await File.WriteAllTextAsync(password, ReaderPassword);
        var all = new Dictionary<string, string>(settings ?? new Dictionary<string, string>()) { ["Tidemark:Store:ReaderPasswordFile"] = password };
        await Starting.WaitAsync();
        try
        {
            var database = await TestDatabase.CreateAsync();
            return new CollectedDatabase(directory, database, await CollectorProcess.StartAsync(database.ConnectionString, all));
        }
        finally
        {
            Starting.Release();
        }
    }

    /// <summary>As the owner, for states that no sender can cause.</summary>
    public Task ExecuteAsync(string sql) => _database.ExecuteAsync(sql);

    /// <summary>Waits until a query by the owner returns a number above zero.</summary>
    public Task WaitForAsync(string sql) => Eventually.TrueAsync(async () => await _database.ScalarAsync<long>(sql) > 0, TimeSpan.FromSeconds(60));

    /// <summary>The database does not change from here on.</summary>
    public Task FreezeAsync() => _collector.KillAsync();

    public async ValueTask DisposeAsync()
    {
        Sender.Dispose();
        await Reader.DisposeAsync();
        await _collector.DisposeAsync();
        await _database.DisposeAsync();
        _directory.Dispose();
    }
}
