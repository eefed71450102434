using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Publish.Messages;
using Tidemark.Collector.Publish.Subscribers;

namespace Tidemark.Collector.Publish.Stream;

/// <summary>Server-Sent Events. Heartbeats are comments that also advance the reader's last event id past events that its filter skips.</summary>
internal sealed class SseChannel(HttpContext context) : IStreamChannel
{
    private readonly PipeWriter _body = context.Response.BodyWriter;

    public Task StartAsync(StreamPosition position, CancellationToken cancellationToken)
    {
        Begin();
        Encoding.UTF8.GetBytes($"retry: 1000\nid: {position}\n: connected\n\n", _body);
        return FlushAsync(cancellationToken);
    }

    /// <summary>A stream that ends before it starts: the reader reconnects and repeats its request.</summary>
    public Task RefuseAsync(CutOff reason, CancellationToken cancellationToken)
    {
        Begin();
        Encoding.UTF8.GetBytes("retry: 2000\n\n", _body);
        return SendAsync([new FrameWriter().Named(MessageNames.CutOff, json => NoticeJson.WriteCutOff(json, reason, position: null))], cancellationToken);
    }

    public Task SendAsync(IReadOnlyList<LiveMessage> messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages) _body.Write(message.Frame);
        return FlushAsync(cancellationToken);
    }

    public Task BeatAsync(StreamPosition position, CancellationToken cancellationToken)
    {
        Encoding.UTF8.GetBytes($"id: {position}\n: heartbeat\n\n", _body);
        return FlushAsync(cancellationToken);
    }

    public Task EndAsync(CutOff reason, StreamPosition? position, CancellationToken cancellationToken) =>
        SendAsync([new FrameWriter().Named(MessageNames.CutOff, json => NoticeJson.WriteCutOff(json, reason, position))], cancellationToken);

    private void Begin()
    {
        var response = context.Response;
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        // Proxies that buffer responses would delay events.
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        var result = await _body.FlushAsync(cancellationToken);
        if (result.IsCompleted) throw new OperationCanceledException("The subscriber has gone.");
    }
}
