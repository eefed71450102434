using Npgsql;

namespace Tidemark.Collector.Store.Distributed;

/// <summary>A server that holds shards: its connections, and whether it is available.</summary>
internal sealed class Worker(ServerAddress address, NpgsqlDataSource source, ILogger<Worker> logger) : IAsyncDisposable
{
    private readonly Lock _gate = new();

    public ServerAddress Address { get; } = address;

    /// <summary>Why it is not available; null = it is.</summary>
    public string? Fault { get; private set; }

    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken) => source.OpenConnectionAsync(cancellationToken);

    /// <summary>Logged once per outage.</summary>
    public void MarkAway(Exception failure)
    {
        var reason = DatabaseFailure.Describe(failure);
        lock (_gate)
        {
            var isNew = Fault is null;
            Fault = reason;
            if (!isNew) return;
        }

        source.Clear();
        logger.WorkerAway(Address, reason);
    }

    public void MarkReady()
    {
        lock (_gate)
        {
            if (Fault is null) return;
            Fault = null;
        }

        logger.WorkerBack(Address);
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
