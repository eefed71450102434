using Microsoft.AspNetCore.Connections;

namespace Tidemark.Collector.Hosting;

/// <summary>Limits the open connections of an end point. Connections over the limit are asked to retry, if the protocol allows it, and closed.</summary>
internal sealed class ConnectionGate(Listener listener, FullListeners full)
{
    private int _open;

    public async Task PassAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        try
        {
            if (Interlocked.Increment(ref _open) <= listener.MaxConnections)
            {
                await next(connection);
                return;
            }
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }

        await full.RefuseAsync(listener, connection);
    }
}
