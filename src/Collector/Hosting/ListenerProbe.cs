using System.Net;
using System.Net.Sockets;

namespace Tidemark.Collector.Hosting;

/// <summary>Checks whether this process can bind its configured addresses. Opens the ports and closes them again.</summary>
internal static class ListenerProbe
{
    /// <summary>Addresses that cannot be bound, one sentence each. Unparsable addresses are left to their options' validators.</summary>
    public static IReadOnlyList<string> Faults(IConfiguration configuration, IEnumerable<ListenSetting> settings)
    {
        var faults = new List<string>();
        var open = new List<(string Key, TcpListener Socket)>();
        try
        {
            foreach (var setting in settings)
            {
                if (!ListenAddress.TryParse(configuration[setting.Key] ?? setting.Default, out var endPoints)) continue;
                foreach (var endPoint in endPoints)
                {
                    var earlier = open.FirstOrDefault(one => endPoint.Port != 0 && ((IPEndPoint)one.Socket.LocalEndpoint).Equals(endPoint)).Key;
                    if (earlier is not null) faults.Add($"{setting.Key} is {endPoint}, which is also that of {earlier}: set a different port for each.");
                    else if (TryOpen(setting.Key, endPoint, faults) is { } socket) open.Add((setting.Key, socket));
                }
            }
        }
        finally
        {
            foreach (var (_, socket) in open) socket.Dispose();
        }

        return faults;
    }

    /// <summary>Why an address cannot be bound, and how to fix it.</summary>
    public static string Describe(string address, SocketError error) => error switch
    {
        SocketError.AddressAlreadyInUse =>
            $"{address} cannot be opened: address already in use. Stop the process that listens there (another collector?), or set another port.",
        SocketError.AccessDenied => $"{address} cannot be opened: permission denied. Ports below 1024 require a privilege; set another port.",
        SocketError.AddressNotAvailable => $"{address} cannot be opened: this machine does not have the address. Set one of its addresses, or * for all.",
        _ => $"{address} cannot be opened: {new SocketException((int)error).Message}.",
    };

    private static TcpListener? TryOpen(string key, IPEndPoint endPoint, List<string> faults)
    {
        var socket = new TcpListener(endPoint);
        try
        {
            // Like Kestrel: an IPv6 wildcard address includes IPv4.
            if (endPoint.Address.Equals(IPAddress.IPv6Any)) socket.Server.DualMode = true;
            socket.Start();
            return socket;
        }
        catch (SocketException refused)
        {
            socket.Dispose();
            faults.Add($"{key}: {Describe(endPoint.ToString(), refused.SocketErrorCode)}");
            return null;
        }
    }
}
