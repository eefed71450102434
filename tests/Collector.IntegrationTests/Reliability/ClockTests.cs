using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;
using Tidemark.Testing.Databases;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Reliability;

/// <summary>Two collectors with clocks an hour fast and an hour slow.</summary>
public sealed class ClockTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly Dictionary<string, string> Quick = new() { ["Tidemark:Store:WindowInterval"] = "00:00:01" };

    [Fact]
    public async Task Export_CollectorsAnHourAheadAndBehind_PlacesDataByEventTimeAndEndsNoSession()
    {
        await using var database = await TestDatabase.CreateAsync(await MigratedDatabase.Template.Value);
        await using var ahead = await SkewedCollector.StartAsync(database.ConnectionString, TimeSpan.FromHours(1), Quick);
        await using var behind = await SkewedCollector.StartAsync(database.ConnectionString, TimeSpan.FromHours(-1), Quick);
        using var sender = new Sender([ahead.Http, behind.Http]);
        var start = TimeProvider.System.GetUtcNow().AddSeconds(-5);
        var shared = OtlpProtobuf.Traces(Calls.Inferences(20, start: start));

        // Throws if the response rejects any item.
        foreach (var collector in new[] { ahead.Http, behind.Http })
        {
            await Eventually.TrueAsync(() => sender.TrySendAsync(collector, shared), Patience);
            var own = OtlpProtobuf.Traces(Calls.Inferences(20, start: start));
            await Eventually.TrueAsync(() => sender.TrySendAsync(collector, own), Patience);
        }

        Assert.Equal(60, await database.ScalarAsync<long>("SELECT count(*) FROM tidemark.operations WHERE abs(extract(epoch FROM started_at - now())) < 600"));
        Assert.Equal(60, await database.ScalarAsync<long>("SELECT sum(operations)::bigint FROM tidemark.sessions"));
        Assert.Equal(0, await database.ScalarAsync<long>("SELECT count(*) FROM tidemark_store.operations_default"));
        // Several sweeps and refreshes of either collector.
        for (var round = 0; round < 4; round++)
        {
            var from = await database.ScalarAsync<DateTime>("SELECT clock_timestamp()");
            await Eventually.TrueAsync(async () => await database.ScalarAsync<bool>($"SELECT max(as_of) > '{from:O}' FROM tidemark.windows_now"), Patience);
        }

        Assert.True(await database.ScalarAsync<bool>("SELECT max(as_of) < clock_timestamp() + interval '1 min' FROM tidemark.windows"));
        Assert.Equal(0, await database.ScalarAsync<long>("SELECT count(*) FROM tidemark.session_events WHERE event_type IN ('session_idle', 'session_ended')"));
        Assert.True(await database.ScalarAsync<bool>("SELECT bool_and(abs(extract(epoch FROM recorded_at - now())) < 600) FROM tidemark.session_events"));
    }

    [Fact]
    public async Task Windows_CollectorAheadStopped_OtherGoesOn()
    {
        await using var database = await TestDatabase.CreateAsync(await MigratedDatabase.Template.Value);
        await using var behind = await SkewedCollector.StartAsync(database.ConnectionString, TimeSpan.FromHours(-1), Quick);
        await using (await SkewedCollector.StartAsync(database.ConnectionString, TimeSpan.FromHours(1), Quick))
        {
            await Eventually.TrueAsync(async () => await database.ScalarAsync<long>("SELECT count(*) FROM tidemark.windows_now") > 0, Patience);
        }

        var from = await database.ScalarAsync<DateTime>("SELECT clock_timestamp()");
        await Eventually.TrueAsync(async () => await database.ScalarAsync<bool>($"SELECT max(as_of) > '{from:O}' FROM tidemark.windows_now"), Patience);
    }
}
