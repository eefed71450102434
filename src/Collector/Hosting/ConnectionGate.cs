using Microsoft.AspNetCore.Connections;

namespace Tidemark.Collector.Hosting;

/// <summary>Lets so many connections of one end point be open. Those beyond are told to come back, where they can be told, and closed.</summary>
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
