using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Tidemark.Collector.Hosting;

namespace Tidemark.Collector.IntegrationTests.Receive;

/// <summary>Senders that use the wrong one of the two ports.</summary>
public sealed class WrongPortTests
{
    [Fact]
    public async Task Http_SentToGrpcPort_NamesTheRightPort()
    {
        await using var host = await ReceiveHost.StartAsync();
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        using var body = new ByteArrayContent(new byte[200_000]);

        using var answer = await client.PostAsync(new Uri(host.Grpc, "/v1/traces"), body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(
            $"This port accepts OTLP over gRPC. OTLP over HTTP is accepted on port {host.Http.Port}. To keep this port, set "
                + "OTEL_EXPORTER_OTLP_PROTOCOL=grpc.\n",
            await answer.Content.ReadAsStringAsync());
        Assert.Contains(Refused(host), refused => refused.Reason.Contains($"port {host.Http.Port}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(200_000)]
    public async Task Grpc_SentToHttpPort_NamesTheRightPort(int bytes)
    {
        await using var host = await ReceiveHost.StartAsync();
        using var client = new GrpcClient(host.Http);

        var first = await client.ExportAsync(new byte[bytes]);
        var second = await client.ExportAsync(new byte[bytes]);

        Assert.Equal(12, first.Status);
        Assert.Equal(
            $"This port accepts OTLP over HTTP. OTLP over gRPC is accepted on port {host.Grpc.Port}. To keep this port, set "
                + "OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf.", first.Message);
        Assert.Equal(first.Message, second.Message);
        Assert.Contains(Refused(host), refused => refused.Reason.Contains($"port {host.Grpc.Port}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Http_RightPortIsOff_SaysSo()
    {
        await using var host = await ReceiveHost.StartAsync(("Receive:Http", "off"));
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };

        using var answer = await client.GetAsync(new Uri(host.Grpc, "/"));

        Assert.Contains("OTLP over HTTP is accepted on no port, as Tidemark:Receive:Http is off", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("P", "OST / HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("POST", " / HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    public async Task Http_CutAnywhere_IsRecognised(string first, string second)
    {
        await using var host = await ReceiveHost.StartAsync();
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, host.Grpc.Port);
        var stream = client.GetStream();

        await stream.WriteAsync(Encoding.ASCII.GetBytes(first));
        await stream.FlushAsync();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(second));

        using var reader = new StreamReader(stream);
        Assert.Equal("HTTP/1.1 400 Bad Request", await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Connection_SilentAfterAnswer_IsClosedByTheServersLimits()
    {
        await using var host = await ReceiveHost.StartAsync(("Receive:HeadersTimeout", "00:00:01"), ("Receive:KeepAliveTimeout", "00:00:01"));
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, host.Grpc.Port);
        var stream = client.GetStream();

        await stream.WriteAsync("POST / HTTP/1.1\r\n\r\n"u8.ToArray());

        var answer = new byte[4096];
        while (await stream.ReadAsync(answer).AsTask().WaitAsync(TimeSpan.FromSeconds(30)) > 0)
        {
            // The response, followed by the end of the connection.
        }
    }

    private static IReadOnlyList<RefusedRequest> Refused(ReceiveHost host) => host.Services.GetRequiredService<RefusedRequests>().Newest();
}
