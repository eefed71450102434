using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace Tidemark.Collector.Hosting.Misdirected;

/// <summary>A connection whose client may use the wrong protocol for its port.</summary>
internal sealed class SniffedTransport(PipeReader input, PipeWriter output) : IDuplexPipe
{
    public PipeReader Input => input;

    public PipeWriter Output => output;

    public static void Sniff(ConnectionContext connection, IMisdirectedClients misdirected)
    {
        var plain = connection.Transport;
        connection.Transport = new SniffedTransport(new SniffedInput(plain, misdirected), plain.Output);
    }
}
