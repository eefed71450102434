using Npgsql;

namespace Tidemark.Collector.Store.Reading;

/// <summary>Read-only connections, apart from those of the lanes.</summary>
internal sealed class ReadDatabase(Database database) : IAsyncDisposable
{
    private NpgsqlDataSource? _source;

    /// <summary>False while the database cannot be used; <see cref="Reason"/> says why.</summary>
    public bool IsReady => database.IsReady;

    public string Reason => database.Reason;

    /// <exception cref="InvalidOperationException">Before the collector knows its database.</exception>
    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken) =>
        (_source ?? throw new InvalidOperationException(Reason)).OpenConnectionAsync(cancellationToken);

    /// <summary>From here on connections come from this source.</summary>
    public void Use(NpgsqlDataSource source) => _source = source;

    public ValueTask DisposeAsync() => _source?.DisposeAsync() ?? ValueTask.CompletedTask;
}
