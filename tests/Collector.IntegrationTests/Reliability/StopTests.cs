using System.Net;
using System.Net.Sockets;
using System.Text;
using Tidemark.Collector.IntegrationTests.Publish;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Collector.Receive;
using Tidemark.Testing;
using Tidemark.Testing.Faults;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Reliability;

/// <summary>SIGTERM stops a collector, whatever its clients do.</summary>
public sealed class StopTests
{
    private static readonly Dictionary<string, string> Quick = new() { ["Tidemark:Receive:StopTimeout"] = "00:00:02" };

    [Fact]
    public void StopTimeout_ByDefault_LeavesRoomWithinTenSeconds() =>
        Assert.InRange(new ReceiveOptions().StopTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(9));

    /// <summary>None of them ends by itself.</summary>
    [Fact]
    public async Task Terminate_SlowUploadsIdleConnectionsAndLiveClients_EndsWithZero()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Quick);
        using var client = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(collector.Process.Api, "/healthz"))).StatusCode);
        using var idle = await ConnectAsync(collector.Process.Http.Port);
        await using var events = await SseClient.OpenAsync(collector.Process.Api);
        await using var socket = await WebSocketClient.OpenAsync(collector.Process.Api);
        using var stop = new CancellationTokenSource();
        using var upload = await ConnectAsync(collector.Process.Http.Port);
        var uploading = UploadAsync(upload.GetStream(), stop.Token);
        await Eventually.TrueAsync(() => !uploading.IsCompleted);

        Assert.Equal(0, await collector.Process.StopAsync());

        await stop.CancelAsync();
        await uploading;
        Assert.DoesNotContain("   at ", collector.Process.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Terminate_DatabaseHangs_EndsAndLosesNothingThatWasAcknowledged()
    {
        await using var collector = await CollectorUnderTest.StartBehindProxyAsync(Quick);
        await collector.SendAsync(OtlpProtobuf.Traces(Calls.Inferences(10)));
        var batch = OtlpProtobuf.Traces(Calls.Inferences(10));
        await using (await Planted.HoldDeltasAsync(collector.Database))
        {
            // Inside the lane's transaction; nothing that the server says after this arrives.
            var unanswered = collector.PostAsync("/v1/traces", batch);
            await Planted.WaitingAsync(collector.Database);
            collector.Way.Fault = ProxyFault.BlackHole;

            var code = await collector.Process.StopAsync();

            Assert.True(code == 0, $"{code}\n{collector.Process.Output}");
            Assert.Contains("Stopping took longer than 00:00:02", collector.Process.Output, StringComparison.Ordinal);
            Assert.NotEqual(HttpStatusCode.OK, await StatusAsync(unanswered));
        }

        collector.Way.Fault = ProxyFault.None;
        await collector.Process.RestartAsync();
        await collector.SendAsync(batch);
        await collector.AssertStoredAsync(20, 20 * Calls.TokensEach);
    }

    private static async Task<HttpStatusCode?> StatusAsync(Task<HttpResponseMessage> answer)
    {
        try
        {
            using var response = await answer;
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static async Task<TcpClient> ConnectAsync(int port)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        return client;
    }

    // Not throttled, with much left to merge.
    private static async Task UploadAsync(NetworkStream stream, CancellationToken stop)
    {
        try
        {
            await stream.WriteAsync(
                Encoding.ASCII.GetBytes(
                    "POST /v1/traces HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-protobuf\r\nContent-Length: 60000000\r\n\r\n"), stop);
            while (true)
            {
                await stream.WriteAsync(new byte[1_000], stop);
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, stop);
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // Disconnected by the collector, with or without a closing message.
        }
    }
}
