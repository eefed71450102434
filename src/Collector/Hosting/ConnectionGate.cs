using Microsoft.AspNetCore.Connections;

namespace Tidemark.Collector.Hosting;

/// <summary>Lets so many connections of one end point be open, and closes those beyond.</summary>
internal sealed class ConnectionGate(int limit)
{
    private int _open;

    public async Task PassAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        try
        {
            if (Interlocked.Increment(ref _open) <= limit) await next(connection);
            else connection.Abort(new ConnectionAbortedException($"more than {limit} connections"));
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }
}
