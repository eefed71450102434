using System.Net;
using System.Net.Sockets;
using System.Text;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;
using Tidemark.Testing.Faults;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Reliability;

/// <summary>Requests interrupted midway: by a kill, by a shutdown, by their sender.</summary>
public sealed class InterruptionTests
{
    [Fact]
    public async Task Kill_BodyHalfRead_LeavesNothingAndRetryIsExact()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        var batch = OtlpProtobuf.Traces(Calls.Inferences(1000));
        using var sender = new TcpClient();
        await sender.ConnectAsync(IPAddress.Loopback, collector.Process.Http.Port);
        var stream = sender.GetStream();
        var head =
            $"POST /v1/traces HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-protobuf\r\nContent-Length: {batch.Length}\r\nExpect: "
                + "100-continue\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        // Reported when reading of the body starts.
        var goOn = new byte["HTTP/1.1 100 Continue\r\n\r\n".Length];
        await stream.ReadExactlyAsync(goOn);
        Assert.StartsWith("HTTP/1.1 100", Encoding.ASCII.GetString(goOn), StringComparison.Ordinal);
        await stream.WriteAsync(batch.AsMemory(0, batch.Length / 2));

        await collector.Process.KillAsync();

        Assert.Equal(0, await ReadAsync(stream));
        await collector.AssertStoredAsync(0, 0);
        await collector.Process.RestartAsync();
        await collector.SendAsync(batch);
        await collector.AssertStoredAsync(1000, 1000 * Calls.TokensEach);
    }

    [Fact]
    public async Task Kill_BetweenCommitAndAnswer_RetryAddsNothing()
    {
        await using var collector = await CollectorUnderTest.StartBehindProxyAsync();
        var batch = OtlpProtobuf.Traces(Calls.Inferences(50));
        collector.Way.Fault = ProxyFault.DropCommitReplies;

        // Each lane has committed without receiving the response.
        var unanswered = collector.PostAsync("/v1/traces", batch);
        await Eventually.TrueAsync(async () => await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark.operations") == 50);
        Assert.False(unanswered.IsCompleted);
        await collector.Process.KillAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => unanswered);
        await collector.AssertStoredAsync(50, 50 * Calls.TokensEach);
        collector.Way.Fault = ProxyFault.None;
        await collector.Process.RestartAsync();
        await collector.SendAsync(batch);
        await collector.AssertStoredAsync(50, 50 * Calls.TokensEach);
        Assert.Equal(50, await collector.Database.ScalarAsync<long>("SELECT sum(duplicate)::bigint FROM tidemark.ledger"));
    }

    [Fact]
    public async Task Kill_InsideTransaction_LeavesNothingAndRetryIsExact()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        var batch = OtlpProtobuf.Traces(Calls.Inferences(50));
        Task unanswered;
        await using (await Planted.HoldDeltasAsync(collector.Database))
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
        await using (await Planted.HoldDeltasAsync(collector.Database))
        {
            var unanswered = collector.PostAsync("/v1/traces", batch, cancellationToken: giveUp.Token);
            await Planted.WaitingAsync(collector.Database);
            await giveUp.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => unanswered);
        }

        // The lane was blocked: until its next commit, senders are asked to retry.
        await Eventually.TrueAsync(async () =>
        {
            using var answer = await collector.PostAsync("/v1/traces", batch);
            return answer.StatusCode == HttpStatusCode.OK;
        });

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
                // The collector has exited.
            }
        }
    }

    /// <returns>Bytes of the response; 0 = the connection was closed without one.</returns>
    private static async Task<int> ReadAsync(NetworkStream stream)
    {
        try
        {
            return await stream.ReadAsync(new byte[1]);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
