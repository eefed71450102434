using Microsoft.AspNetCore.Connections;

namespace Tidemark.Collector.Hosting;

/// <summary>Limits the open connections of an end point. Connections beyond it are answered with "try again" where the protocol allows, and closed.</summary>
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
