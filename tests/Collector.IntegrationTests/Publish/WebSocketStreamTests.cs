using System.Net.WebSockets;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;

namespace Tidemark.Collector.IntegrationTests.Publish;

public sealed class WebSocketStreamTests
{
    [Fact]
    public async Task Stream_OverWebSocket_GivesTheSameJson()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        await using var sse = await SseClient.OpenAsync(collector.Process.Api, "?type=operation_failed&session=s-2");
        await using var socket = await WebSocketClient.OpenAsync(collector.Process.Api, "type=operation_failed&session=s-2");

        await EventTable.AddAsync(collector.Database, 4);
        await socket.SeesAsync(1);
        await sse.SeesAsync(1);

        Assert.Equal(sse.Seen.Single().Data.GetRawText(), socket.Seen[^1].GetRawText());
        Assert.Equal("position", socket.Seen[0].GetProperty("event_type").GetString());
    }

    [Fact]
    public async Task Resume_OverWebSocket_GetsExactlyWhatWasMissed()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        await using var first = await WebSocketClient.OpenAsync(collector.Process.Api, "type=operation_failed");
        await EventTable.AddAsync(collector.Database, 20);
        await first.SeesAsync(20);
        await first.CloseAsync();
        await EventTable.AddAsync(collector.Database, 1_500);

        await using var second = await WebSocketClient.OpenAsync(collector.Process.Api, $"type=operation_failed&after={first.Position}");
        await second.SeesAsync(1_500);

        Assert.Equal(await EventTable.IdsAsync(collector.Database), first.EventIds.Concat(second.EventIds));
    }

    [Fact]
    public async Task Stream_OverWebSocket_TellsWindowsAndClosesWithTheReason()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        await using var client = await WebSocketClient.OpenAsync(collector.Process.Api);
        await Eventually.TrueAsync(() => client.Seen.Any(message => message.GetProperty("event_type").GetString() == "windows"));

        Assert.Equal(0, await collector.Process.StopAsync());

        await Eventually.TrueAsync(() => client.CloseStatus is not null);
        Assert.Equal((WebSocketCloseStatus)1013, client.CloseStatus);
        Assert.Equal("shutting_down", client.Seen[^1].GetProperty("reason").GetString());
    }
}
