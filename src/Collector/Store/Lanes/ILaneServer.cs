using Npgsql;

namespace Tidemark.Collector.Store.Lanes;

/// <summary>The server on which a lane's transactions run.</summary>
internal interface ILaneServer
{
    bool IsReady { get; }

    /// <summary>Why it is not ready; for senders and logs.</summary>
    string Reason { get; }

    ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Run at the start of each transaction.</summary>
    /// <exception cref="StaleStateException">The lane's rows are no longer on this server.</exception>
    Task<ILaneSql> EnterAsync(NpgsqlConnection connection, CancellationToken cancellationToken);

    /// <summary>Refuses further work until the server answers again.</summary>
    void MarkAway(Exception failure);
}
