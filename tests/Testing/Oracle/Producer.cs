using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Tidemark.Testing.Otlp;

namespace Tidemark.Testing.Oracle;

/// <summary>Sends calls in random batches: new ones, unacknowledged ones, and sometimes acknowledged ones.</summary>
internal sealed class Producer(OracleOptions options, OracleSystem system, OracleRecord record, int seed) : IDisposable
{
    private const int LargestPart = 100;
    private const int MostWaiting = 50_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMilliseconds(100);

    private readonly Random _random = new(seed);
    private readonly HttpClient _client = new() { Timeout = Patience };

    /// <summary>Runs until cancelled, then completes the current request.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            IssuedCall[] fresh = record.Waiting < MostWaiting ? record.Issue(_random.Next(1, LargestPart), TimeProvider.System.GetUtcNow()) : [];
            var again = _random.Next(2) == 0 ? record.TakeWaiting(LargestPart, _random, TimeProvider.System.GetUtcNow()) : [];
            var replayed = _random.NextDouble() < options.Replays ? record.Replay(LargestPart / 2, _random) : [];
            var collector = system.Collectors[_random.Next(system.Collectors.Count)];
            var isTaken = await SendAsync(collector, [.. fresh, .. again, .. replayed]);
            var pause = isTaken ? TimeSpan.FromSeconds((double)fresh.Length * options.Producers / options.CallsPerSecond) : AfterFailure;
            await Task.Delay(pause, TimeProvider.System, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Sends pending calls until everything is acknowledged.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        while (record.Waiting > 0)
        {
            var calls = record.TakeWaiting(LargestPart * 5, _random, TimeProvider.System.GetUtcNow());
            var collector = system.Collectors[_random.Next(system.Collectors.Count)];
            if (calls.Length == 0 || !await SendAsync(collector, calls)) await Task.Delay(AfterFailure, TimeProvider.System, cancellationToken);
        }
    }

    /// <summary>Sends a new call to this collector until it is acknowledged, as an exporter would: the collector may still be recovering.</summary>
    /// <returns>Whether it was acknowledged in time.</returns>
    public async Task<bool> ReachesAsync(OracleCollector collector, TimeSpan patience)
    {
        using var deadline = new CancellationTokenSource(patience, TimeProvider.System);
        IssuedCall[] calls = [];
        while (calls.Length == 0) calls = record.Issue(1, TimeProvider.System.GetUtcNow());
        while (!deadline.IsCancellationRequested)
        {
            if (await SendAsync(collector, calls)) return true;
            record.TakeWaiting(calls.Length, _random, TimeProvider.System.GetUtcNow());
            await Task.Delay(AfterFailure, TimeProvider.System, deadline.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return false;
    }

    /// <returns>Whether it was acknowledged.</returns>
    public async Task<bool> SendAsync(OracleCollector collector, IssuedCall[] calls)
    {
        _random.Shuffle(calls);
        var isTaken = await SendAsync(collector, "/v1/traces", [.. calls.Where(call => !call.Role.IsEvent)], Traces);
        return await SendAsync(collector, "/v1/logs", [.. calls.Where(call => call.Role.IsEvent)], Logs) && isTaken;
    }

    private static byte[] Traces(IssuedCall[] calls) => OtlpProtobuf.Traces(
        [.. calls.GroupBy(call => call.ScopeName)
            .Select(scope => new OtlpResource<OtlpSpan>([.. scope.Select(call => call.ToSpan())]) { ScopeName = scope.Key })]);

    private static byte[] Logs(IssuedCall[] calls) => OtlpProtobuf.Logs(
        [.. calls.GroupBy(call => call.Service).Select(sender => new OtlpResource<OtlpLog>([.. sender.Select(call => call.ToLog())])
        {
            Attributes = new OtlpAttributes { { "service.name", sender.Key } },
        })]);

    private async Task<bool> SendAsync(OracleCollector collector, string path, IssuedCall[] calls, Func<IssuedCall[], byte[]> write)
    {
        if (calls.Length == 0) return true;
        using var content = new ByteArrayContent(write(calls));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-protobuf");
        try
        {
            using var response = await _client.PostAsync(new Uri(collector.Address, path), content, CancellationToken.None);
            var answer = await response.Content.ReadAsStringAsync(CancellationToken.None);
            if (response.StatusCode == HttpStatusCode.OK && answer.Length == 0)
            {
                record.Acknowledge(calls);
                return true;
            }

            if (response.StatusCode is not HttpStatusCode.ServiceUnavailable) record.Refuse($"{response.StatusCode}: {answer}");
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException or SocketException)
        {
            // No response (a connection reset during the handshake is a bare SocketException). The outcome is unknown, so the calls are resent.
        }

        record.GiveBack(calls);
        return false;
    }

    public void Dispose() => _client.Dispose();
}
