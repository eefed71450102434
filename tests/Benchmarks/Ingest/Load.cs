using System.Collections.Concurrent;

namespace Tidemark.Benchmarks.Ingest;

/// <summary>Sends over several connections for a given time, at a rate or as fast as responses arrive.</summary>
internal sealed class Load(IngestOptions options, Uri target, IReadOnlyList<RequestTemplate> templates)
{
    private readonly TimeProvider _time = TimeProvider.System;
    private long _last;

    public async Task<LoadResult> RunAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        var latencies = new ConcurrentBag<double>();
        long acknowledged = 0, refused = 0;
        var started = _time.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, options.Connections).Select(SendAsync));
        return new LoadResult(acknowledged, refused, _time.GetElapsedTime(started), [.. latencies.Order()]);

        async Task SendAsync(int connection)
        {
            using var sender = new HttpSender(target);
            await sender.ConnectAsync(cancellationToken);
            var interval = options.Rate == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds((double)options.Spans * options.Connections / options.Rate);
            var due = interval * connection / options.Connections;
            while (true)
            {
                // With a rate, latency is measured from when the request was due, so that a slow response does not hide the wait of the next request.
                var elapsed = _time.GetElapsedTime(started);
                if (options.Rate == 0) due = elapsed;
                if (due > duration) return;
                if (due > elapsed) await Task.Delay(due - elapsed, _time, cancellationToken);

                var number = (ulong)Interlocked.Increment(ref _last);
                var template = templates[(int)(number % (ulong)templates.Count)];
                var session = (uint)(number * 7919 % (ulong)options.Sessions);
                var status = await sender.PostAsync(template, number, session, Now() - Earlier(number), cancellationToken);
                latencies.Add((_time.GetElapsedTime(started) - due).TotalMilliseconds);
                if (status == 200) Interlocked.Add(ref acknowledged, template.Spans);
                else Interlocked.Increment(ref refused);
                due += interval;
            }
        }
    }

    // Deterministic for a request, so that runs are comparable.
    private long Earlier(ulong number) =>
        options.ShuffleMinutes == 0
            ? 0
            : (long)(number * 0x9E3779B97F4A7C15 % (ulong)(options.ShuffleMinutes * TimeSpan.NanosecondsPerTick * TimeSpan.TicksPerMinute));

    private long Now() => (_time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;
}
