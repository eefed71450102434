using System.Collections.Concurrent;
using System.Net;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Pipeline;

public sealed class KillTests
{
    private const int Senders = 4;
    private const int SpansEach = 50;

    [Fact]
    public async Task Kill_UnderLoad_ResentRequestsMakeTheCountsExact()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        var waiting = new ConcurrentQueue<byte[]>(Enumerable.Range(0, 400).Select(i => OtlpProtobuf.Traces(Calls.Inferences(SpansEach, sessions: 40))));
        var acknowledged = 0;

        for (var kill = 0; kill < 3; kill++)
        {
            using var stop = new CancellationTokenSource();
            var senders = Enumerable.Range(0, Senders)
                .Select(_ => SendUntilAsync(collector, waiting, () => Interlocked.Increment(ref acknowledged), stop.Token))
                .ToArray();
            var target = acknowledged + 40;
            await Tidemark.Testing.Eventually.TrueAsync(() => Task.FromResult(Volatile.Read(ref acknowledged) >= target));
            await collector.Process.KillAsync();
            await stop.CancelAsync();
            await Task.WhenAll(senders);
            await collector.Process.RestartAsync();
        }

        await Task.WhenAll(Enumerable.Range(0, Senders)
            .Select(_ => SendUntilAsync(collector, waiting, () => Interlocked.Increment(ref acknowledged), CancellationToken.None)));

        Assert.Equal(400, acknowledged);
        await collector.AssertStoredAsync(400 * SpansEach, 400 * SpansEach * Calls.TokensEach);
    }

    /// <summary>Sends until nothing is pending; unacknowledged items become pending again.</summary>
    private static async Task SendUntilAsync(CollectorUnderTest collector, ConcurrentQueue<byte[]> waiting, Action acknowledge, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && waiting.TryDequeue(out var request))
        {
            if (await TrySendAsync(collector, request)) acknowledge();
            else waiting.Enqueue(request);
        }
    }

    private static async Task<bool> TrySendAsync(CollectorUnderTest collector, byte[] request)
    {
        try
        {
            using var response = await collector.PostAsync("/v1/traces", request);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
