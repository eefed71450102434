using System.Net;
using System.Net.Http.Headers;
using Tidemark.Testing.Oracle;
using Tidemark.Testing.Otlp;

namespace Tidemark.Benchmarks.Outage;

/// <summary>
/// Sends so many operations a second whatever the answers are, as exporters do: each request again after a pause until it is
/// acknowledged, and what cannot be sent meanwhile waits here, at the sender.
/// </summary>
internal sealed class ConstantLoad(Uri collector, OracleRecord record, int perSecond) : IDisposable
{
    private const int Senders = 8;
    private const int BatchSize = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly HttpClient _client = new() { BaseAddress = collector, Timeout = TimeSpan.FromSeconds(60) };
    private readonly Random _random = new(1);
    private readonly Lock _gate = new();

    /// <summary>Issues at the rate until told to stop; goes on sending until everything is acknowledged.</summary>
    public async Task RunAsync(CancellationToken stop, CancellationToken cancellationToken)
    {
        var issuing = IssueAsync(stop);
        await Task.WhenAll([issuing, .. Enumerable.Range(0, Senders).Select(_ => SendAsync(issuing, cancellationToken))]);
    }

    public void Dispose() => _client.Dispose();

    private async Task IssueAsync(CancellationToken stop)
    {
        var time = TimeProvider.System;
        var began = time.GetTimestamp();
        while (!stop.IsCancellationRequested)
        {
            // By the clock, not by the timer: a late tick makes up for itself.
            var due = (int)Math.Min(time.GetElapsedTime(began).TotalSeconds * perSecond, int.MaxValue) - record.Issued.Count;
            if (due > 0) record.GiveBack(record.Issue(due, time.GetUtcNow()));
            await Task.Delay(TimeSpan.FromMilliseconds(50), time, CancellationToken.None);
        }
    }

    private async Task SendAsync(Task issuing, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var calls = Take();
            if (calls.Length == 0 && issuing.IsCompleted) return;
            if (calls.Length > 0 && await TrySendAsync(calls, cancellationToken)) continue;
            if (calls.Length > 0) record.GiveBack(calls);
            await Task.Delay(calls.Length > 0 ? Pause : TimeSpan.FromMilliseconds(20), TimeProvider.System, CancellationToken.None);
        }
    }

    private IssuedCall[] Take()
    {
        lock (_gate) return record.TakeWaiting(BatchSize, _random);
    }

    private async Task<bool> TrySendAsync(IssuedCall[] calls, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(OtlpProtobuf.Traces([.. calls.Select(call => call.ToSpan())]));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-protobuf");
        try
        {
            using var response = await _client.PostAsync(new Uri("/v1/traces", UriKind.Relative), content, cancellationToken);
            var answer = await response.Content.ReadAsStringAsync(cancellationToken);
            if (response.StatusCode == HttpStatusCode.OK && answer.Length == 0)
            {
                record.Acknowledge(calls);
                return true;
            }

            if (response.StatusCode is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests)) record.Refuse($"{response.StatusCode}: {answer}");
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
        {
            // No answer: sent again.
        }

        return false;
    }
}
