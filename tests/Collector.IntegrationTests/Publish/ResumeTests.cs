using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing.Otlp;
using Tidemark.Testing.Processes;

namespace Tidemark.Collector.IntegrationTests.Publish;

public sealed class ResumeTests
{
    [Fact]
    public async Task Resume_AfterDisconnect_GetsExactlyWhatWasMissed()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        await using var first = await SseClient.OpenAsync(collector.Process.Api);
        await collector.SendAsync(OtlpProtobuf.Traces(Calls.Inferences(3, sessions: 3)));
        await first.SeesAsync((await EventTable.IdsAsync(collector.Database)).Count);
        await first.DisposeAsync();

        await EventTable.AddAsync(collector.Database, 2_500);
        await using var second = await SseClient.OpenAsync(collector.Process.Api, lastEventId: first.LastEventId);
        await EventTable.AddAsync(collector.Database, 100);
        await second.SeesAsync(2_600);

        Assert.Equal(await EventTable.IdsAsync(collector.Database), first.EventIds.Concat(second.EventIds).Order());
    }

    [Fact]
    public async Task Resume_BeforeAnythingHappened_GetsEverything()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        await using var first = await SseClient.OpenAsync(collector.Process.Api);
        await first.DisposeAsync();
        await EventTable.AddAsync(collector.Database, 10);

        await using var second = await SseClient.OpenAsync(collector.Process.Api, $"?after={first.LastEventId}");
        await second.SeesAsync(10);

        Assert.Equal(await EventTable.IdsAsync(collector.Database), second.EventIds.Order());
    }

    [Fact]
    public async Task Resume_OverKilledCollector_GetsExactlyWhatWasMissed()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        await using var first = await SseClient.OpenAsync(collector.Process.Api);
        await EventTable.AddAsync(collector.Database, 50);
        await first.SeesAsync(50);

        await collector.Process.KillAsync();
        await EventTable.AddAsync(collector.Database, 50);
        await collector.Process.RestartAsync();
        await using var second = await SseClient.OpenAsync(collector.Process.Api, lastEventId: first.LastEventId);
        await second.SeesAsync(50);

        Assert.Equal(await EventTable.IdsAsync(collector.Database), first.EventIds.Concat(second.EventIds));
    }

    [Fact]
    public async Task Resume_TransactionOpenWhenItsSuccessorsWereSeen_GetsItsEventsOnce()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        await using var first = await SseClient.OpenAsync(collector.Process.Api);
        await using var connection = await collector.Database.DataSource.OpenConnectionAsync();
        await using var open = await EventTable.AddInOpenTransactionAsync(connection, 5);
        await EventTable.AddAsync(collector.Database, 5);

        // Not blocked forever by an open transaction.
        await first.SeesAsync(5);
        await first.DisposeAsync();
        Assert.Contains('-', first.LastEventId);
        await using var still = await SseClient.OpenAsync(collector.Process.Api, lastEventId: first.LastEventId);
        await open.CommitAsync();
        await using var later = await SseClient.OpenAsync(collector.Process.Api, lastEventId: first.LastEventId);

        foreach (var resumed in new[] { still, later })
        {
            await resumed.SeesAsync(5);
            Assert.Equal(await EventTable.IdsAsync(collector.Database), first.EventIds.Concat(resumed.EventIds).Order());
        }
    }

    [Fact]
    public async Task Resume_HoppingBetweenTwoCollectorsUnderLoad_GetsEachEventOnce()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        await using var other = await CollectorProcess.StartAsync(collector.Database.ConnectionString);
        Uri[] apis = [collector.Process.Api, other.Api];
        using var stop = new CancellationTokenSource();
        var load = Task.WhenAll(SendAsync(collector.Process, 1), SendAsync(other, 2), SendAsync(other, 3), InsertAsync());
        var random = new Random(20260301);
        var seen = new List<long>();
        var position = "0";
        for (var hop = 0; hop < 30; hop++)
        {
            await using var client = await SseClient.OpenAsync(apis[random.Next(2)], lastEventId: position);
            await client.SeesAsync(random.Next(1, 60));
            await client.DisposeAsync();
            seen.AddRange(client.EventIds);
            position = client.LastEventId;
        }

        await stop.CancelAsync();
        await load;
        var all = await EventTable.IdsAsync(collector.Database);
        await using var last = await SseClient.OpenAsync(apis[0], lastEventId: position);
        await last.SeesAsync(all.Count - seen.Count);

        Assert.Equal(all, seen.Concat(last.EventIds).Order());

        async Task SendAsync(CollectorProcess to, int sender)
        {
            using var client = new HttpClient();
            for (var request = 0; !stop.IsCancellationRequested; request++)
            {
                var start = (ulong)TimeProvider.System.GetUtcNow().AddSeconds(-1).ToUnixTimeMilliseconds() * 1_000_000;
                var spans = Enumerable.Range(0, 5).Select(i => Calls.Inference($"{sender}-{request}-{i}", start)).ToArray();
                await PatientExporter.SendAsync(client, to, OtlpProtobuf.Traces(spans));
            }
        }

        async Task InsertAsync()
        {
            await using var connection = await collector.Database.DataSource.OpenConnectionAsync(CancellationToken.None);
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                await using var transaction = await EventTable.AddInOpenTransactionAsync(connection, 1 + i % 4);
                await Task.Delay(TimeSpan.FromMilliseconds(i % 5 * 40), TimeProvider.System, CancellationToken.None);
                if (i % 7 == 0) await transaction.RollbackAsync(CancellationToken.None);
                else await transaction.CommitAsync(CancellationToken.None);
            }
        }
    }
}
