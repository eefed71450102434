using System.Net.Sockets;
using System.Text;

namespace Tidemark.Collector.IntegrationTests.Publish;

/// <summary>A client of the stream that reads nothing until requested.</summary>
internal sealed class SlowConsumer : IDisposable
{
    private readonly HttpClient _client;
    private readonly StreamReader _reader;

    private SlowConsumer(HttpClient client, StreamReader reader)
    {
        _client = client;
        _reader = reader;
    }

    public static async Task<SlowConsumer> OpenAsync(Uri api, string query = "")
    {
        var handler = new SocketsHttpHandler
        {
            // The minimum receive buffer, so that the sender soon notices a slow reader.
            ConnectCallback = async (context, cancellationToken) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        var client = new HttpClient(handler) { BaseAddress = api, Timeout = Timeout.InfiniteTimeSpan };
        var reader = new StreamReader(await client.GetStreamAsync(new Uri($"/api/events/stream{query}", UriKind.Relative)));
        while (await reader.ReadLineAsync() != ": connected")
        {
        }

        return new SlowConsumer(client, reader);
    }

    /// <summary>Takes everything until the connection ends, however it ends.</summary>
    public async Task<string> ReadToEndAsync()
    {
        var all = new StringBuilder();
        try
        {
            while (await _reader.ReadLineAsync() is { } line) all.Append(line).Append('\n');
        }
        catch (IOException)
        {
            // Reset: the collector has closed it.
        }

        return all.ToString();
    }

    public void Dispose()
    {
        _reader.Dispose();
        _client.Dispose();
    }
}
