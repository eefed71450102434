using System.Net;
using Tidemark.Collector.IntegrationTests.Support;
using Tidemark.Testing;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Reliability;

/// <summary>Requests cut off half way: by a kill, by a shutdown, by their own sender.</summary>
public sealed class InterruptionTests
{
    [Fact]
    public async Task Kill_InsideTransaction_LeavesNothingAndRetryIsExact()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        var batch = OtlpProtobuf.Traces(Calls.Inferences(50));
        Task unanswered;
        await using (await Planted.HoldRollupsAsync(collector.Database))
        {
            unanswered = collector.PostAsync("/v1/traces", batch);
            await Planted.WaitingAsync(collector.Database);
            await collector.Process.KillAsync();
        }

        await Assert.ThrowsAsync<HttpRequestException>(() => unanswered);
        await collector.AssertStoredAsync(0, 0);
        await collector.Process.RestartAsync();
        await collector.SendAsync(batch);

        await collector.AssertStoredAsync(50, 50 * Calls.TokensEach);
    }

    [Fact]
    public async Task Export_SenderGivesUpMidTransaction_RetryIsExact()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        var batch = OtlpProtobuf.Traces(Calls.Inferences(50));
        using var giveUp = new CancellationTokenSource();
        await using (await Planted.HoldRollupsAsync(collector.Database))
        {
            var unanswered = collector.PostAsync("/v1/traces", batch, cancellationToken: giveUp.Token);
            await Planted.WaitingAsync(collector.Database);
            await giveUp.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => unanswered);
        }

        await collector.SendAsync(batch);

        await collector.AssertStoredAsync(50, 50 * Calls.TokensEach);
    }

    [Fact]
    public async Task Terminate_UnderLoad_EndsCleanlyAndKeepsWhatWasAcknowledged()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        var acknowledged = 0;
        var senders = Enumerable.Range(0, 4).Select(_ => SendUntilRefusedAsync()).ToArray();
        await Eventually.TrueAsync(() => Volatile.Read(ref acknowledged) >= 20);

        var code = await collector.Process.StopAsync();
        await Task.WhenAll(senders);

        Assert.Equal(0, code);
        var stored = (await collector.CountAsync()).Operations;
        Assert.InRange(stored, acknowledged * 10, (acknowledged + senders.Length) * 10);
        await collector.AssertStoredAsync(stored, stored * Calls.TokensEach);

        async Task SendUntilRefusedAsync()
        {
            try
            {
                while (true)
                {
                    using var response = await collector.PostAsync("/v1/traces", OtlpProtobuf.Traces(Calls.Inferences(10)));
                    if (response.StatusCode != HttpStatusCode.OK)
                    {
                        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
                        return;
                    }

                    Interlocked.Increment(ref acknowledged);
                }
            }
            catch (HttpRequestException)
            {
                // The collector has ended.
            }
        }
    }
}
