using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Publish.Messages;
using Tidemark.Collector.Publish.Stream;
using Tidemark.Collector.Publish.Subscribers;
using Tidemark.Collector.Store;

namespace Tidemark.Collector.Publish.Grafana;

/// <summary>
/// Pushes session events, each at least once and in order. It is a subscriber of the event stream: if Grafana does not accept pushes it
/// is disconnected like any slow subscriber, and resumes from its position.
/// </summary>
internal sealed class EventsPush(
    StreamSession session, Replay replay, PushOutlet outlet, GrafanaOptions options, PublishMetrics metrics, TimeProvider time, ILogger<EventsPush> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // Events only: windows are pushed separately.
    private static readonly EventFilter Wanted = new([new(EventFilterFields.Type, [.. EventTypes.All])]);

    // Kept across leases: events before it have been pushed.
    private readonly EventLines _lines = new();
    private EventBuffer _buffer = new(options.EventsPerPush);
    private string? _progress;

    /// <summary>Grafana accepted everything up to here, or it is older; null = unknown.</summary>
    public string? Progress => Volatile.Read(ref _progress) ?? _buffer.Start;

    /// <param name="from">Position of the previous collector; null = from now on.</param>
    /// <param name="cancellationToken">Stops pushing.</param>
    public Task RunAsync(string? from, CancellationToken cancellationToken)
    {
        Volatile.Write(ref _progress, from);
        var buffer = _buffer = new EventBuffer(options.EventsPerPush);
        return Together.RunAsync(cancellationToken, ending => FollowAsync(buffer, from, ending), ending => PushAsync(buffer, ending));
    }

    private async Task FollowAsync(EventBuffer buffer, string? from, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var position = StreamToken.TryParse(buffer.Position ?? from, out var token) ? await replay.FindAsync(token, cancellationToken) : null;
                await session.RunAsync(Wanted, position, buffer, cancellationToken);
            }
            catch (Exception exception) when (IsPassing(exception) && !cancellationToken.IsCancellationRequested)
            {
                // Logged by the tail; here it only means to retry.
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    /// <summary>The database is unavailable, or this subscriber was too slow because Grafana does not accept pushes.</summary>
    private static bool IsPassing(Exception exception) => exception is OperationCanceledException || DatabaseFailure.IsConnectionLoss(exception);

    private async Task PushAsync(EventBuffer buffer, CancellationToken cancellationToken)
    {
        while (true)
        {
            var events = await buffer.TakeAsync(cancellationToken);
            var text = new LineWriter();
            _lines.Write(text, [.. events.Select(one => one.Event!)]);
            await DeliverAsync(text.ToString(), events, cancellationToken);
            Volatile.Write(ref _progress, events[^1].Position);
            await Task.Delay(options.EventSpacing, time, cancellationToken);
        }
    }

    /// <summary>Retries until Grafana accepts the events, or refuses them while it accepts other content.</summary>
    private async Task DeliverAsync(string text, IReadOnlyList<LiveMessage> events, CancellationToken cancellationToken)
    {
        long? takenBefore = null;
        while (true)
        {
            // After a failure numbers are pushed first: they show whether Grafana is unavailable or refuses these events.
            if (outlet.Rest is var rest && rest > TimeSpan.Zero) await Task.Delay(rest + (options.Interval * 1.5), time, cancellationToken);
            var result = await outlet.TryPushAsync(text, cancellationToken);
            if (result.IsTaken)
            {
                foreach (var one in events) metrics.Shown(one.Event!);
                return;
            }

            if (result.IsRefusal && takenBefore is { } before && outlet.Taken > before)
            {
                logger.EventsLeftOut(events.Count, result.Reason!);
                return;
            }

            takenBefore ??= outlet.Taken;
        }
    }
}
