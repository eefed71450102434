using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Publish;

public sealed class ManySubscribersTests
{
    private const int Subscribers = 200;

    [Fact]
    public async Task Stream_TwoHundredSubscribers_AllGetEveryEventInTheSameOrder()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        var clients = await Task.WhenAll(Enumerable.Range(0, Subscribers).Select(_ => SseClient.OpenAsync(collector.Process.Api)));
        for (var request = 0; request < 20; request++)
        {
            var start = (ulong)TimeProvider.System.GetUtcNow().AddMinutes(-1).ToUnixTimeMilliseconds() * 1_000_000;
            await collector.SendAsync(OtlpProtobuf.Traces([.. Enumerable.Range(0, 20).Select(i => Calls.Inference($"{request}-{i}", start))]));
        }

        var all = await EventTable.IdsAsync(collector.Database);
        foreach (var client in clients) await client.SeesAsync(all.Count);

        Assert.All(clients, client => Assert.Equal(clients[0].EventIds, client.EventIds));
        Assert.Equal(all, clients[0].EventIds.Order());
        foreach (var client in clients) await client.DisposeAsync();
    }
}
