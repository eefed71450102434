using Npgsql;
using Tidemark.Collector.IntegrationTests.Reliability;
using Tidemark.Collector.Store.Embedded;
using Tidemark.Testing;
using Tidemark.Testing.Otlp;
using Tidemark.Testing.Processes;

namespace Tidemark.Collector.IntegrationTests.Store.Reading;

/// <summary>
/// A collector on its own PostgreSQL with short limits for readers, a load, and connections of readers.
/// </summary>
public sealed class HostileFixture : IAsyncLifetime, IDisposable
{
    private static readonly Dictionary<string, string> Quick = new()
    {
        ["Tidemark:Store:ReaderStatementTimeout"] = "00:00:02",
        ["Tidemark:Store:ReaderTransactionTimeout"] = "00:00:04",
        ["Tidemark:Store:WindowInterval"] = "00:00:01",
        ["Tidemark:Store:MergeInterval"] = "00:00:01",
    };

    private readonly TemporaryDirectory _temporary = new();
    private CollectorProcess? _collector;
    private NpgsqlDataSource? _owner;
    private Sender? _sender;

    internal CollectorProcess Collector => _collector!;

    internal NpgsqlDataSource Owner => _owner!;

    /// <summary>All acknowledged items must be stored.</summary>
    internal Sender Sender => _sender!;

    internal string PasswordFile => Path.Combine(Root, "reader-password");

    private string Root => Path.Combine(_temporary.Path, "pg");

    public async Task InitializeAsync()
    {
        _collector = await CollectorProcess.StartAsync(
            connectionString: null, new Dictionary<string, string>(Quick) { [$"{EmbeddedPostgresOptions.Section}:Directory"] = Root });
        _owner = NpgsqlDataSource.Create(ConnectionString(EmbeddedPostgres.Database));
        _sender = new Sender([_collector.Http]);
    }

    /// <summary>Of the same server, as superuser.</summary>
    internal string ConnectionString(string database) => ClusterConnection.To(new ClusterDirectory(Root), database);

    /// <summary>A database session that lasts until it is disposed or terminated.</summary>
    internal async Task<NpgsqlConnection> LogInAsync(string database = EmbeddedPostgres.Database)
    {
        var reader = new NpgsqlConnectionStringBuilder(ConnectionString(database))
        {
            Username = "tidemark_reader",
            Password = (await File.ReadAllTextAsync(PasswordFile)).Trim(),
            Pooling = false,
            CommandTimeout = 120,
        };
        var connection = new NpgsqlConnection(reader.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    internal async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Owner.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task DisposeAsync()
    {
        if (_owner is not null) await _owner.DisposeAsync();
        if (_collector is null) return;
        await _collector.StopAsync();
        await _collector.DisposeAsync();
    }

    public void Dispose()
    {
        _sender?.Dispose();
        _owner?.Dispose();
        _temporary.Dispose();
    }

    /// <summary>It stores, refreshes windows, merges, and serves other readers; acknowledged items are stored once.</summary>
    internal async Task AssertGoesOnAsync()
    {
        var before = await ScalarAsync<DateTime>("SELECT clock_timestamp()");
        using (var stop = new CancellationTokenSource())
        {
            var target = Sender.Acknowledged + (5 * Sender.BatchSize);
            var sending = Sender.RunAsync(2, stop.Token);
            await Eventually.TrueAsync(() => Sender.Acknowledged >= target);
            await stop.CancelAsync();
            await sending;
        }

        await Eventually.TrueAsync(async () => await ScalarAsync<DateTime>("SELECT coalesce(max(as_of), '-infinity') FROM tidemark.windows_now") > before);
        await Eventually.TrueAsync(async () => await ScalarAsync<long>("SELECT count(*) FROM tidemark_store.rollup_deltas") == 0);
        Assert.Equal(Sender.Acknowledged, await ScalarAsync<long>("SELECT count(*) FROM tidemark.operations"));
        Assert.Equal(Sender.Acknowledged, await ScalarAsync<long>("SELECT sum(operations)::bigint FROM tidemark.sessions"));
        Assert.Equal(
            Sender.Acknowledged, await ScalarAsync<long>("SELECT operations FROM tidemark.stats(now() - interval '1 day', now() + interval '1 hour', 'none')"));
        Assert.Equal(0, await ScalarAsync<long>("SELECT count(*) FROM tidemark.ledger WHERE received <> stored + duplicate + rejected + ignored + waiting"));
        Assert.Equal(Sender.Acknowledged, await Eventually.GetAsync(CountAsReaderAsync, counted => counted == Sender.Acknowledged));
    }

    /// <summary>Logs in with the password of the file, with the role's own settings.</summary>
    internal async Task<long> CountAsReaderAsync()
    {
        await using var reader = await LogInAsync();
        await using var command = new NpgsqlCommand("SELECT count(*) FROM operations", reader);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
