using System.Net;
using System.Net.Sockets;

namespace Tidemark.Testing.Processes;

/// <summary>Loopback ports of one collector; kept over its restarts, as senders know them.</summary>
internal sealed record CollectorPorts(int Grpc, int Http, int Api)
{
    public static CollectorPorts Free()
    {
        // Held together until all are known, so that none is given twice.
        using TcpListener grpc = Listen(), http = Listen(), api = Listen();
        return new CollectorPorts(PortOf(grpc), PortOf(http), PortOf(api));
    }

    private static TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    private static int PortOf(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;
}
