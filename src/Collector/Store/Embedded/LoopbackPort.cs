using System.Net;
using System.Net.Sockets;

namespace Tidemark.Collector.Store.Embedded;

/// <summary>Selects the server's port.</summary>
internal static class LoopbackPort
{
    /// <summary>The configured port, otherwise that of the last start if it is free, otherwise any free one.</summary>
    /// <exception cref="EmbeddedPostgresException">The configured port is in use.</exception>
    public static int Choose(int wished, int last)
    {
        if (wished != 0)
        {
            return IsFree(wished)
                ? wished
                : throw new EmbeddedPostgresException(
                    $"Port {wished} is in use: stop what uses it, or set {EmbeddedPostgresOptions.Section}:Port to another one (0 = any free port).");
        }

        return last != 0 && IsFree(last) ? last : Free();
    }

    private static bool IsFree(int port)
    {
        try
        {
            Free(port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int Free(int port = 0)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
