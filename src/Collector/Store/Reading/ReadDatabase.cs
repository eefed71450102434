using Npgsql;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Reading;

/// <summary>Read-only connections, separate from those of the lanes: to the same database, or to a replica with its own state.</summary>
internal sealed class ReadDatabase(Database database, StoreOptions options, ILogger<ReadDatabase> logger) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private NpgsqlDataSource? _source;
    private DatabaseState _state = DatabaseState.Starting;
    private string _reason = "The replica has not been reached yet.";

    /// <summary>Whether <c>Tidemark:Store:ReadConnectionString</c> is set.</summary>
    public bool IsReplica { get; } = options.ReadConnectionString is not null;

    /// <summary>False while the database is unavailable; <see cref="Reason"/> says why.</summary>
    public bool IsReady => IsReplica ? _state == DatabaseState.Ready : database.IsReady;

    public string Reason => IsReplica ? $"{StoreOptions.ReadConnectionName}: {_reason}" : database.Reason;

    /// <summary>A statement in the form that this database runs.</summary>
    public string Sql(string statement) => Statement.For(options.Distribution, statement);

    /// <exception cref="InvalidOperationException">The database is not known yet.</exception>
    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken) =>
        (_source ?? throw new InvalidOperationException(Reason)).OpenConnectionAsync(cancellationToken);

    /// <summary>Sets the source of all connections from now on.</summary>
    public void Use(NpgsqlDataSource source) => _source = source;

    public void MarkReady()
    {
        lock (_gate)
        {
            if (_state == DatabaseState.Ready) return;
            (_state, _reason) = (DatabaseState.Ready, "");
        }

        logger.ReplicaReady();
    }

    /// <summary>Logged once per outage.</summary>
    public void MarkAway(string reason)
    {
        lock (_gate)
        {
            var isNew = _state != DatabaseState.Away;
            (_state, _reason) = (DatabaseState.Away, reason);
            if (!isNew) return;
        }

        _source?.Clear();
        logger.ReplicaAway(reason);
    }

    public ValueTask DisposeAsync() => _source?.DisposeAsync() ?? ValueTask.CompletedTask;
}
