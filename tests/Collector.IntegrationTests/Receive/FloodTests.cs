using Microsoft.Extensions.Logging;
using Tidemark.Collector.Receive;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Receive;

/// <summary>
/// Floods of HTTP/2 frames whose responses are not read: the connection is closed, memory does not grow, and others are
/// served meanwhile.
/// </summary>
[Collection(MemoryCollection.Name)]
public sealed class FloodTests
{
    private const long Allowed = 50 * 1024 * 1024;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly Dictionary<string, Func<int, byte[]>> Floods = new()
    {
        ["rapid reset"] = i =>
        [
            .. Http2Client.Frame(Http2Client.Headers, Http2Client.EndHeaders, (2 * i) + 1, Http2Client.PostRoot),
            .. Http2Client.Frame(Http2Client.ResetStream, 0, (2 * i) + 1, [0, 0, 0, 8]),
        ],
        ["continuation"] = i => i == 0
            ? Http2Client.Frame(Http2Client.Headers, 0, 1, Http2Client.PostRoot)
            : Http2Client.Frame(Http2Client.Continuation, 0, 1, [0, 1, (byte)'a', 0x7F, 0xFF, 0x07, .. new byte[1150]]),
        ["ping"] = _ => Repeat(Http2Client.Frame(Http2Client.Ping, 0, 0, new byte[8])),
        ["priority"] = _ => Repeat(Http2Client.Frame(Http2Client.Priority, 0, 1, [0, 0, 0, 0, 16])),
        // Requests that the server has to reset because their client violates the protocol.
        ["window of zero"] = i => [.. Request(i), .. Http2Client.Frame(Http2Client.WindowUpdate, 0, (2 * i) + 1, [0, 0, 0, 0])],
        ["window overflow"] = i => [.. Request(i), .. Http2Client.Frame(Http2Client.WindowUpdate, 0, (2 * i) + 1, [0x7F, 0xFF, 0xFF, 0xFF])],
        ["depends on itself"] = i => [.. Request(i), .. Http2Client.Frame(Http2Client.Priority, 0, (2 * i) + 1, [0, 0, 0, (byte)((2 * i) + 1), 16])],
        ["data after the end"] = i => [.. Request(i, Http2Client.EndStream), .. Http2Client.Frame(Http2Client.Data, 0, (2 * i) + 1, [1])],
        ["headers twice"] = i => [.. Request(i), .. Request(i)],
        ["settings"] = _ => Repeat(Http2Client.Frame(Http2Client.Settings, 0, 0, [0, 4, 0, 0, 0xFF, 0xFF])),
    };

    [Theory]
    [InlineData("rapid reset")]
    [InlineData("continuation")]
    [InlineData("ping")]
    [InlineData("priority")]
    [InlineData("settings")]
    [InlineData("window of zero")]
    [InlineData("window overflow")]
    [InlineData("depends on itself")]
    [InlineData("data after the end")]
    [InlineData("headers twice")]
    public async Task Send_FloodOfFrames_IsCutAndHarmsNobody(string name)
    {
        await using var host = await ReceiveHost.StartAsync();
        using var good = host.CreateGrpcClient();
        var body = OtlpProtobuf.Traces(new OtlpSpan { Name = "good" });
        Assert.Equal(0, (await good.ExportAsync(body)).Status);
        await using var memory = new MemoryWatch();
        using var bad = await Http2Client.ConnectAsync(host.EndPoint(ReceiveServices.GrpcListener));
        using var limit = new CancellationTokenSource(Limit);

        var flood = bad.FloodAsync(Floods[name], limit.Token);
        while (!flood.IsCompleted) Assert.Equal(0, (await good.ExportAsync(body).WaitAsync(TimeSpan.FromSeconds(10))).Status);

        Assert.Equal(FloodEnd.Closed, await flood);
        Assert.Equal(0, (await good.ExportAsync(body)).Status);
        Assert.InRange(await memory.GrowthAsync(), 0, Allowed);
        Assert.DoesNotContain(host.Log.Entries, entry => entry.Level >= LogLevel.Error);
    }

    /// <summary>A client that sends a PING per request, and cancels some requests, is not a flood.</summary>
    [Fact]
    public async Task Send_ManyRequestsWithPingsAndSomeResets_AreServed()
    {
        await using var host = await ReceiveHost.StartAsync(("Receive:MaxControlFrames", "100"));
        using var client = await Http2Client.ConnectAsync(host.EndPoint(ReceiveServices.GrpcListener));

        for (var i = 0; i < 1_000; i++)
        {
            await client.SendAsync([
                .. Http2Client.Frame(Http2Client.Headers, Http2Client.EndHeaders | Http2Client.EndStream, (2 * i) + 1, Http2Client.PostRoot),
                .. Http2Client.Frame(Http2Client.Ping, 0, 0, new byte[8]),
                .. i % 20 == 0 ? Http2Client.Frame(Http2Client.ResetStream, 0, (2 * i) + 1, [0, 0, 0, 8]) : [],
            ]);
            await client.ReadUntilAsync(Http2Client.Ping);
        }
    }

    private static byte[] Request(int i, byte flags = 0) =>
        Http2Client.Frame(Http2Client.Headers, (byte)(Http2Client.EndHeaders | flags), (2 * i) + 1, Http2Client.PostRoot);

    private static byte[] Repeat(byte[] frame) => [.. Enumerable.Repeat(frame, 500).SelectMany(bytes => bytes)];
}
