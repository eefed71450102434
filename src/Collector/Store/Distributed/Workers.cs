using System.Collections.Concurrent;
using Npgsql;

namespace Tidemark.Collector.Store.Distributed;

/// <summary>The servers that hold shards, and which shards these are.</summary>
internal sealed class Workers(StoreOptions options, ILogger<Worker> logger) : IAsyncDisposable
{
    // As many as the cluster has had since the start.
    private readonly ConcurrentDictionary<ServerAddress, Worker> _known = new();
    private volatile ShardMap? _map;

    /// <summary>Null until it has been read.</summary>
    public ShardMap? Map => _map;

    /// <summary>Those that hold shards now.</summary>
    public IEnumerable<Worker> Present => _map is { } map ? map.Servers.Select(Of) : [];

    /// <exception cref="UnusableDatabaseException">There are not as many shards as the collector has lanes.</exception>
    public void Use(ShardMap map)
    {
        if (map.Groups.Count != options.Shards)
            throw new UnusableDatabaseException(
                $"Its tables have {map.Groups.Count} shards: set {StoreOptions.Section}:{nameof(StoreOptions.Shards)}={map.Groups.Count}.");
        _map = map;
    }

    /// <summary>Connections to a worker are those of the connection string, but for the address.</summary>
    public Worker Of(ServerAddress address) => _known.GetOrAdd(address, one =>
    {
        var builder = new NpgsqlConnectionStringBuilder(options.ConnectionString) { Host = one.Host, Port = one.Port };
        return new Worker(one, DataSource.Create(builder.ConnectionString, options), logger);
    });

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _known.Values) await worker.DisposeAsync();
    }
}
