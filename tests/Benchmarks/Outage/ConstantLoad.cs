using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Tidemark.Testing.Oracle;
using Tidemark.Testing.Otlp;

namespace Tidemark.Benchmarks.Outage;

/// <summary>
/// Issues operations at a constant rate whatever the responses are, and sends them as exporters with a queue do: oldest first, each
/// request again after a pause until it is acknowledged. Unsent operations are queued here, at the sender.
/// </summary>
internal sealed class ConstantLoad(Uri collector, OracleRecord record, int perSecond) : IDisposable
{
    private const int Senders = 8;

    /// <summary>The default maximum batch size of SDKs.</summary>
    private const int BatchSize = 512;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(50);

    private readonly HttpClient _client = new() { BaseAddress = collector, Timeout = TimeSpan.FromSeconds(60) };
    private readonly ConcurrentQueue<IssuedCall> _waiting = new();
    private readonly Lock _gate = new();
    private int _refused;
    private int _unanswered;
    private double _slowestRefusalMs;

    /// <summary>Issues operations until stopped; continues sending until everything is acknowledged.</summary>
    public async Task RunAsync(CancellationToken stop, CancellationToken cancellationToken)
    {
        var issuing = IssueAsync(stop);
        await Task.WhenAll([issuing, .. Enumerable.Range(0, Senders).Select(_ => SendAsync(issuing, cancellationToken))]);
    }

    /// <summary>Responses that asked to retry: their number and longest duration, and the number of requests without a response.</summary>
    public string Describe() =>
        string.Create(CultureInfo.InvariantCulture, $"later={_refused} slowest_later_ms={_slowestRefusalMs:F0} unanswered={_unanswered}");

    public void Dispose() => _client.Dispose();

    private async Task IssueAsync(CancellationToken stop)
    {
        var time = TimeProvider.System;
        var began = time.GetTimestamp();
        while (!stop.IsCancellationRequested)
        {
            // By the clock, not by ticks, so that a late tick is compensated.
            var due = (int)Math.Min(time.GetElapsedTime(began).TotalSeconds * perSecond, int.MaxValue) - record.Issued.Count;
            if (due > 0) foreach (var call in record.Issue(due, time.GetUtcNow())) _waiting.Enqueue(call);
            await Task.Delay(Tick, time, CancellationToken.None);
        }
    }

    private async Task SendAsync(Task issuing, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var calls = Take();
            if (calls.Count == 0 && issuing.IsCompleted) return;
            if (calls.Count == 0) await Task.Delay(Tick, TimeProvider.System, CancellationToken.None);
            while (calls.Count > 0 && !await TrySendAsync(calls, cancellationToken) && !cancellationToken.IsCancellationRequested)
            {
                await Task.Delay(Pause, TimeProvider.System, CancellationToken.None);
            }
        }
    }

    private List<IssuedCall> Take()
    {
        var calls = new List<IssuedCall>();
        while (calls.Count < BatchSize && _waiting.TryDequeue(out var call)) calls.Add(call);
        return calls;
    }

    private async Task<bool> TrySendAsync(List<IssuedCall> calls, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(OtlpProtobuf.Traces([.. calls.Select(call => call.ToSpan())]));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-protobuf");
        var began = TimeProvider.System.GetTimestamp();
        try
        {
            using var response = await _client.PostAsync(new Uri("/v1/traces", UriKind.Relative), content, cancellationToken);
            var answer = await response.Content.ReadAsStringAsync(cancellationToken);
            if (response.StatusCode == HttpStatusCode.OK && answer.Length == 0)
            {
                record.Acknowledge(calls);
                return true;
            }

            if (response.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests)
                CountRefusal(TimeProvider.System.GetElapsedTime(began));
            else record.Refuse($"{response.StatusCode}: {answer}");
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
        {
            // No response: retried.
            lock (_gate) _unanswered++;
        }

        return false;
    }

    private void CountRefusal(TimeSpan took)
    {
        lock (_gate)
        {
            _refused++;
            _slowestRefusalMs = Math.Max(_slowestRefusalMs, took.TotalMilliseconds);
        }
    }
}
