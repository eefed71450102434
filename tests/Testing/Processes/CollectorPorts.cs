using System.Net;
using System.Net.Sockets;

namespace Tidemark.Testing.Processes;

/// <summary>Loopback ports of a collector, which are kept on restart.</summary>
internal sealed record CollectorPorts(int Grpc, int Http, int Api)
{
    public static CollectorPorts Free()
    {
        // All are held until the last one is chosen, so that none is assigned twice.
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
