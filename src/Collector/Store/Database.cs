using Npgsql;
using Tidemark.Collector.Store.Distributed;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store;

/// <summary>The database: its connections, and whether it is available.</summary>
internal sealed class Database(ILogger<Database> logger, StoreOptions? options = null) : IAsyncDisposable
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private NpgsqlDataSource? _source;
    private bool _isRefusalLogged;

    public DatabaseState State { get; private set; } = DatabaseState.Starting;

    /// <summary>Why the database is not ready; for display.</summary>
    public string Reason { get; private set; } = "The database is being started.";

    public bool IsReady => State == DatabaseState.Ready;

    /// <summary>Whether its tables are distributed over several servers.</summary>
    public bool IsDistributed { get; } = options?.Distribution == Distribution.Citus;

    /// <summary>Whether connections can be opened, ready or not.</summary>
    public bool HasSource => _source is not null;

    /// <summary>A statement in the form that this database runs.</summary>
    public string Sql(string statement) => Statement.For(options?.Distribution ?? Distribution.None, statement);

    /// <summary>Completes when the database is ready for the first time.</summary>
    public Task WhenReadyAsync(CancellationToken cancellationToken) => _ready.Task.WaitAsync(cancellationToken);

    /// <exception cref="InvalidOperationException">Before <see cref="Use"/>.</exception>
    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken) =>
        (_source ?? throw new InvalidOperationException(Reason)).OpenConnectionAsync(cancellationToken);

    /// <summary>Sets the source of all connections from now on.</summary>
    public void Use(NpgsqlDataSource source) => _source = source;

    public void MarkReady()
    {
        lock (_gate)
        {
            if (State == DatabaseState.Away) logger.DatabaseBack();
            State = DatabaseState.Ready;
            Reason = "";
            _isRefusalLogged = false;
        }

        _ready.TrySetResult();
    }

    /// <summary>
    /// Logged once per outage, and again if the server turns out to refuse the collector, which only an operator can fix.
    /// Open sessions are not reused: those to a primary that has become a standby stay open and can never write.
    /// </summary>
    public void MarkAway(Exception failure)
    {
        _source?.Clear();
        var isRefusal = DatabaseFailure.IsRefusal(failure);
        var reason = DatabaseFailure.Describe(failure);
        lock (_gate)
        {
            var isNew = State != DatabaseState.Away || (isRefusal && !_isRefusalLogged);
            (State, Reason) = (DatabaseState.Away, reason);
            _isRefusalLogged |= isRefusal;
            if (!isNew) return;
        }

        logger.DatabaseAway(reason);
    }

    public ValueTask DisposeAsync() => _source?.DisposeAsync() ?? ValueTask.CompletedTask;
}
