using System.Net.Http.Headers;
using Npgsql;
using Tidemark.Testing.Databases;
using Tidemark.Testing.Faults;
using Tidemark.Testing.Processes;

namespace Tidemark.Collector.IntegrationTests.Testing;

/// <summary>A real collector process on a database of its own. Disposing it checks that the ledger adds up.</summary>
internal sealed class CollectorUnderTest : IAsyncDisposable
{
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromMinutes(3) };

    private readonly TcpProxy? _way;

    private CollectorUnderTest(TestDatabase database, CollectorProcess process, TcpProxy? way = null)
    {
        Database = database;
        Process = process;
        _way = way;
    }

    public TestDatabase Database { get; }

    public CollectorProcess Process { get; }

    /// <summary>Between the collector and its database.</summary>
    /// <exception cref="InvalidOperationException">It was started without one.</exception>
    public TcpProxy Way => _way ?? throw new InvalidOperationException("This collector has no proxy before its database.");

    public static async Task<CollectorUnderTest> StartAsync(IReadOnlyDictionary<string, string>? settings = null)
    {
        var database = await TestDatabase.CreateAsync(await MigratedDatabase.Template.Value);
        return new CollectorUnderTest(database, await CollectorProcess.StartAsync(database.ConnectionString, settings));
    }

    /// <summary>On a database that was created differently and is dropped with the collector.</summary>
    /// <param name="database">A connection of the test.</param>
    /// <param name="settings">Configuration by key.</param>
    /// <param name="connectionString">The collector's; null = the test's.</param>
    public static async Task<CollectorUnderTest> StartOnAsync(
        TestDatabase database, IReadOnlyDictionary<string, string>? settings = null, string? connectionString = null) =>
        new(database, await CollectorProcess.StartAsync(connectionString ?? database.ConnectionString, settings));

    /// <summary>Connects through a proxy; <see cref="Database"/> connects directly.</summary>
    public static async Task<CollectorUnderTest> StartBehindProxyAsync(IReadOnlyDictionary<string, string>? settings = null)
    {
        var database = await TestDatabase.CreateAsync(await MigratedDatabase.Template.Value);
        var direct = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var way = new TcpProxy(direct.Port);
        direct.Port = way.Port;
        return new CollectorUnderTest(database, await CollectorProcess.StartAsync(direct.ConnectionString, settings), way);
    }

    /// <summary>Connects through a pooler in transaction mode; <see cref="Database"/> connects directly.</summary>
    public static async Task<CollectorUnderTest> StartBehindAsync(PgBouncer pooler)
    {
        var database = await TestDatabase.CreateAsync(await MigratedDatabase.Template.Value);
        var settings = new Dictionary<string, string> { ["Tidemark:Store:TransactionPooler"] = "true" };
        return new CollectorUnderTest(database, await CollectorProcess.StartAsync(pooler.Through(database.ConnectionString), settings));
    }

    public async Task<HttpResponseMessage> PostAsync(
        string path, byte[] body, string contentType = "application/x-protobuf", CancellationToken cancellationToken = default)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return await _client.PostAsync(new Uri(Process.Http, path), content, cancellationToken);
    }

    /// <summary>Sends and requires an acknowledgement; retries for up to a minute, as an exporter does.</summary>
    public Task SendAsync(byte[] body, string path = "/v1/traces") => PatientExporter.SendAsync(_client, Process, body, path);

    /// <summary>
    /// Number of operations by rows, by sessions, and by each rollup tier including unmerged deltas.
    /// </summary>
    public async Task<StoredCounts> CountAsync() => new(
        await Database.ScalarAsync<long>("SELECT count(*) FROM tidemark.operations"),
        await Database.ScalarAsync<long>("SELECT coalesce(sum(operations), 0)::bigint FROM tidemark.sessions"),
        await TierAsync(10),
        await TierAsync(300),
        await TierAsync(3600),
        await Database.ScalarAsync<long>("SELECT coalesce(sum(total_tokens), 0)::bigint FROM tidemark.operations"),
        await Database.ScalarAsync<long>("SELECT coalesce(sum(total_tokens), 0)::bigint FROM tidemark.sessions"),
        await Database.ScalarAsync<long>($"SELECT coalesce(sum(input_tokens + output_tokens), 0)::bigint FROM {CountedRows.Of(3600)}"));

    /// <summary>Fails with the collector's output.</summary>
    public async Task AssertStoredAsync(long operations, long tokens)
    {
        var counts = await CountAsync();
        Assert.True(StoredCounts.Of(operations, tokens) == counts, $"{operations} operations of {tokens} tokens expected, found {counts}\n{Process.Output}");
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Process.DisposeAsync();
        if (_way is not null) await _way.DisposeAsync();
        var unbalanced = await Database.ScalarAsync<long>(
            "SELECT count(*) FROM tidemark.ledger WHERE received <> stored + duplicate + rejected + ignored + waiting");
        var stored = await Database.ScalarAsync<long>("SELECT count(*) FROM tidemark.operations");
        await Database.DisposeAsync();
        Assert.True(unbalanced == 0, $"{unbalanced} rows of the ledger do not add up ({stored} operations stored).");
    }

    // A tier excludes operations that ended before its first bucket.
    private Task<long> TierAsync(int tier) => Database.ScalarAsync<long>(
        $"""
        SELECT (SELECT coalesce(sum(operations), 0) FROM {CountedRows.Of(tier)} WHERE bucket >= t.since)::bigint
            + (SELECT count(*) FROM tidemark.operations o WHERE o.started_at + o.duration_ms * interval '1 millisecond' < t.since)
        FROM tidemark_store.rollup_tiers t WHERE t.tier = {tier}
        """);
}
