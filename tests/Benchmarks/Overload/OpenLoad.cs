using System.Collections.Concurrent;
using System.Net.Sockets;
using Tidemark.Benchmarks.Ingest;

namespace Tidemark.Benchmarks.Overload;

/// <summary>Sends requests at a fixed rate without waiting for earlier ones, as many independent senders do. Refused requests are not retried.</summary>
/// <param name="target">The collector.</param>
/// <param name="templates">Requests to send, in rotation.</param>
/// <param name="connections">Maximum connections; a request without a free connection is not sent.</param>
internal sealed class OpenLoad(Uri target, IReadOnlyList<RequestTemplate> templates, int connections)
{
    // Disjoint from the numbers of the closed-loop load on the same database.
    private const ulong FirstRequest = 1UL << 40;

    private readonly TimeProvider _time = TimeProvider.System;
    private readonly ConcurrentStack<HttpSender> _idle = new();
    private readonly ConcurrentBag<Answered> _answers = [];
    private long _started;
    private int _open;

    /// <summary>Requests that were not sent because all connections were in use.</summary>
    public int Unsent { get; private set; }

    public IReadOnlyCollection<Answered> Answers => _answers;

    /// <summary>Returns after the last response.</summary>
    public async Task RunAsync(double requestsPerSecond, TimeSpan duration, CancellationToken cancellationToken)
    {
        var requests = (int)(requestsPerSecond * duration.TotalSeconds);
        var sending = new List<Task>(requests);
        _started = _time.GetTimestamp();
        for (var i = 0; i < requests; i++)
        {
            var due = TimeSpan.FromSeconds(i / requestsPerSecond) - _time.GetElapsedTime(_started);
            if (due > TimeSpan.Zero) await Task.Delay(due, _time, cancellationToken);
            var request = FirstRequest + (ulong)i;
            if (_idle.TryPop(out var sender) || TryOpen(out sender))
                sending.Add(Task.Run(() => SendAsync(sender, request, cancellationToken), cancellationToken));
            else Unsent++;
        }

        await Task.WhenAll(sending);
        foreach (var sender in _idle) sender.Dispose();
    }

    private bool TryOpen(out HttpSender sender)
    {
        sender = new HttpSender(target);
        return _open++ < connections;
    }

    private async Task SendAsync(HttpSender sender, ulong request, CancellationToken cancellationToken)
    {
        var status = 0;
        var began = _time.GetTimestamp();
        try
        {
            if (!sender.IsConnected) await sender.ConnectAsync(cancellationToken);
            var template = templates[(int)(request % (ulong)templates.Count)];
            var now = (_time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;
            status = await sender.PostAsync(template, request, (uint)(request * TemplateFactory.SessionsPerRequest % 4_000), now, cancellationToken);
            _idle.Push(sender);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            sender.Dispose();
            _idle.Push(new HttpSender(target));
        }

        _answers.Add(new Answered(request, status, _time.GetElapsedTime(_started), _time.GetElapsedTime(began)));
    }
}
