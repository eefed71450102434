using System.Net.WebSockets;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Publish.Messages;
using Tidemark.Collector.Publish.Subscribers;

namespace Tidemark.Collector.Publish.Stream;

/// <summary>One text message per JSON object.</summary>
internal sealed class WebSocketChannel(WebSocket socket) : IStreamChannel
{
    private readonly FrameWriter _frames = new();

    public Task StartAsync(StreamPosition position, CancellationToken cancellationToken) => BeatAsync(position, cancellationToken);

    public async Task SendAsync(IReadOnlyList<LiveMessage> messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages) await socket.SendAsync(message.Json, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
    }

    public Task BeatAsync(StreamPosition position, CancellationToken cancellationToken) =>
        SendAsync([_frames.Named(MessageNames.Position, json => NoticeJson.WritePosition(json, position))], cancellationToken);

    public async Task EndAsync(CutOff reason, StreamPosition? position, CancellationToken cancellationToken)
    {
        await SendAsync([_frames.Named(MessageNames.CutOff, json => NoticeJson.WriteCutOff(json, reason, position))], cancellationToken);
        // 1013, "try again later", is in the registry of RFC 6455 but not in .NET's enum.
        await socket.CloseOutputAsync((WebSocketCloseStatus)1013, reason.Reason, cancellationToken);
    }

    /// <summary>Reads and ignores what the subscriber sends, until it closes.</summary>
    public async Task UntilClosedAsync(CancellationToken cancellationToken)
    {
        var ignored = new byte[256];
        while (socket.State is WebSocketState.Open or WebSocketState.CloseSent)
        {
            var received = await socket.ReceiveAsync(ignored.AsMemory(), cancellationToken);
            if (received.MessageType != WebSocketMessageType.Close) continue;
            if (socket.State == WebSocketState.CloseReceived) await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
            return;
        }
    }
}
