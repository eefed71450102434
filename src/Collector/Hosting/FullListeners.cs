using System.Buffers;
using System.Diagnostics.Metrics;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Tidemark.Collector.Hosting.Misdirected;
using Tidemark.Collector.Model;

namespace Tidemark.Collector.Hosting;

/// <summary>
/// Handles connections over a listener's limit: counted, reported once a minute, and answered with 503 or UNAVAILABLE in clear text, a
/// few at a time and briefly, as the limit exists to bound the cost of connections. Over TLS they are closed, as an answer takes a handshake.
/// </summary>
internal sealed class FullListeners
{
    /// <summary>Maximum connections answered at a time; others are closed at once.</summary>
    public const int MostAnswers = 64;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private const string Retry = "Retry-After: 5\r\n";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (long Count, long? ReportedAt)> _refused = [];
    private readonly IMisdirectedClients[] _answers = [new GrpcClients(Sentence, "14"), new Http1Clients(Sentence, "503 Service Unavailable", Retry)];
    private readonly Counter<long> _counter;
    private readonly TimeProvider _time;
    private readonly ILogger<FullListeners> _logger;
    private int _answering;

    public FullListeners(IMeterFactory meters, TimeProvider time, ILogger<FullListeners> logger)
    {
        (_time, _logger) = (time, logger);
        _counter = meters.Create(CollectorMeter.Name)
            .CreateCounter<long>(CollectorMeter.RefusedConnections, "{connection}", "Connections over a listener's limit.");
    }

    /// <summary>Completes when the connection may be closed.</summary>
    public async Task RefuseAsync(Listener listener, ConnectionContext connection)
    {
        Count(listener);
        try
        {
            if (listener.Tls is null && Interlocked.Increment(ref _answering) <= MostAnswers) await AnswerAsync(connection.Transport);
            else connection.Abort(new ConnectionAbortedException("over the connection limit"));
        }
        finally
        {
            if (listener.Tls is null) Interlocked.Decrement(ref _answering);
        }
    }

    private static string Sentence() =>
        "This collector's connection limit is reached: retry, reuse connections, or raise MaxConnections.";

    private async Task AnswerAsync(IDuplexPipe transport)
    {
        using var limit = new CancellationTokenSource(Patience, _time);
        try
        {
            if (await FindAsync(transport.Input, limit.Token) is { } answer) await answer.AnswerAsync(transport.Input, transport.Output, limit.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or ConnectionAbortedException)
        {
            // The client has disconnected, or takes too long to send its first bytes.
        }
    }

    /// <returns>Null if it is neither.</returns>
    private async Task<IMisdirectedClients?> FindAsync(PipeReader input, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await input.ReadAsync(cancellationToken);
            var isUnclear = false;
            foreach (var answer in _answers)
            {
                var isThis = answer.IsMisdirected(read.Buffer);
                if (isThis is true)
                {
                    input.AdvanceTo(read.Buffer.Start);
                    return answer;
                }

                isUnclear |= isThis is null;
            }

            input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (!isUnclear || read.IsCompleted) return null;
        }
    }

    private void Count(Listener listener)
    {
        _counter.Add(1, new KeyValuePair<string, object?>("listener", listener.Name));
        long count;
        lock (_gate)
        {
            var (before, reportedAt) = _refused.GetValueOrDefault(listener.Name);
            count = before + 1;
            var isDue = reportedAt is not { } at || _time.GetElapsedTime(at) >= Interval;
            _refused[listener.Name] = isDue ? (0, _time.GetTimestamp()) : (count, reportedAt);
            if (!isDue) return;
        }

        HostingLog.ListenerFull(_logger, listener.Name, count, listener.MaxConnections);
    }
}
