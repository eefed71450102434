using Npgsql;

namespace Tidemark.Collector.Store;

/// <summary>The one way to the database: its connections, and whether it can be used right now.</summary>
internal sealed class Database(ILogger<Database> logger) : IAsyncDisposable
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private NpgsqlDataSource? _source;

    public DatabaseState State { get; private set; } = DatabaseState.Starting;

    /// <summary>Why the database is not ready; for people.</summary>
    public string Reason { get; private set; } = "The database is being started.";

    public bool IsReady => State == DatabaseState.Ready;

    /// <summary>Whether connections can be asked for, ready or not.</summary>
    public bool HasSource => _source is not null;

    /// <summary>Completes when the database is ready for the first time.</summary>
    public Task WhenReadyAsync(CancellationToken cancellationToken) => _ready.Task.WaitAsync(cancellationToken);

    /// <exception cref="InvalidOperationException">Before <see cref="Use"/>.</exception>
    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken) =>
        (_source ?? throw new InvalidOperationException(Reason)).OpenConnectionAsync(cancellationToken);

    /// <summary>From here on connections come from this source.</summary>
    public void Use(NpgsqlDataSource source) => _source = source;

    public void MarkReady()
    {
        lock (_gate)
        {
            if (State == DatabaseState.Away) logger.DatabaseBack();
            State = DatabaseState.Ready;
            Reason = "";
        }

        _ready.TrySetResult();
    }

    /// <summary>
    /// Told once per outage, however many notice it. Sessions that there are get no second chance: to a primary that has become a standby
    /// they stay open, and can never write again.
    /// </summary>
    public void MarkAway(string reason)
    {
        _source?.Clear();
        lock (_gate)
        {
            if (State == DatabaseState.Away) return;
            State = DatabaseState.Away;
            Reason = reason;
        }

        logger.DatabaseAway(reason);
    }

    public ValueTask DisposeAsync() => _source?.DisposeAsync() ?? ValueTask.CompletedTask;
}
