using System.Net.WebSockets;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Publish.Subscribers;
using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Reading;

namespace Tidemark.Collector.Publish.Stream;

/// <summary><c>GET /api/events/stream</c>: Server-Sent Events, or a WebSocket when the client upgrades.</summary>
internal sealed class StreamEndpoint(
    SubscriberSet subscribers,
    StreamSession session,
    Replay replay,
    ReadDatabase database,
    PublishOptions options,
    IHostApplicationLifetime lifetime)
{
    public const string Path = "/api/events/stream";

    public async Task HandleAsync(HttpContext context)
    {
        if (!StreamQuery.TryParse(context.Request.Query, context.Request.Headers["Last-Event-ID"], out var query, out var error))
        {
            await Results.Problem(error, statusCode: StatusCodes.Status400BadRequest).ExecuteAsync(context);
            return;
        }

        if (!database.IsReady || lifetime.ApplicationStopping.IsCancellationRequested)
        {
            await RefuseAsync(context, database.IsReady ? CutOff.ShuttingDown : CutOff.DatabaseAway with { Message = database.Reason });
            return;
        }

        if (subscribers.Count >= options.Subscribers)
        {
            await RefuseAsync(context, CutOff.TooMany);
            return;
        }

        StreamPosition? from;
        try
        {
            from = query.After is null ? null : await replay.FindAsync(query.After, context.RequestAborted);
        }
        catch (Exception exception) when (DatabaseFailure.IsConnectionLoss(exception))
        {
            await RefuseAsync(context, CutOff.DatabaseAway);
            return;
        }

        if (context.WebSockets.IsWebSocketRequest) await OverWebSocketAsync(context, query.Filter, from);
        else await OverSseAsync(context, query.Filter, from);
    }

    /// <summary>Browsers do not reconnect an EventSource after a status other than 200: errors are sent within a stream instead.</summary>
    private static Task RefuseAsync(HttpContext context, CutOff reason)
    {
        if (!context.WebSockets.IsWebSocketRequest && context.Request.Headers.Accept == "text/event-stream")
            return new SseChannel(context).RefuseAsync(reason, context.RequestAborted);
        context.Response.Headers.RetryAfter = "2";
        return Results.Problem(reason.Message, statusCode: StatusCodes.Status503ServiceUnavailable).ExecuteAsync(context);
    }

    private async Task OverSseAsync(HttpContext context, EventFilter filter, StreamPosition? from)
    {
        try
        {
            await RunAsync(filter, from, new SseChannel(context), context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // Disconnected, or too slow even for the rest: nothing more can be sent.
            context.Abort();
        }
    }

    private async Task OverWebSocketAsync(HttpContext context, EventFilter filter, StreamPosition? from)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { KeepAliveInterval = options.Heartbeat });
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        var channel = new WebSocketChannel(socket);
        var closing = channel.UntilClosedAsync(context.RequestAborted);
        var running = RunAsync(filter, from, channel, gone.Token);
        await Task.WhenAny(closing, running);
        try
        {
            // The subscriber closes, or answers our close: either way both end.
            if (closing.IsCompleted) await gone.CancelAsync();
            else await closing.WaitAsync(options.CutOffGrace, context.RequestAborted);
            await running;
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException or TimeoutException)
        {
            context.Abort();
        }
    }

    private async Task RunAsync(EventFilter filter, StreamPosition? from, IStreamChannel channel, CancellationToken gone)
    {
        try
        {
            await session.RunAsync(filter, from, channel, gone);
        }
        catch (Exception exception) when (DatabaseFailure.IsConnectionLoss(exception) && !gone.IsCancellationRequested)
        {
            // Only reading missed events needs the database. The client resumes after the last event it received.
            await channel.EndAsync(CutOff.DatabaseAway, from, gone);
        }
    }
}
