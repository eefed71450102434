using Npgsql;
using Tidemark.Collector.Store.Distributed;

namespace Tidemark.Collector.Store.Lanes;

/// <summary>The server of the connection string: the only one, or a cluster's coordinator, which reaches all rows.</summary>
internal sealed class WholeServer(Database database) : ILaneServer
{
    private readonly Task<ILaneSql> _sql = Task.FromResult<ILaneSql>(database.IsDistributed ? CoordinatorSql.Instance : PlainSql.Instance);

    public bool IsReady => database.IsReady;

    public string Reason => database.Reason;

    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken) => database.OpenAsync(cancellationToken);

    public Task<ILaneSql> EnterAsync(NpgsqlConnection connection, CancellationToken cancellationToken) => _sql;

    public void MarkAway(Exception failure) => database.MarkAway(failure);
}
