using System.Text.RegularExpressions;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;

namespace Tidemark.Collector.IntegrationTests.Publish;

public sealed partial class SlowSubscriberTests
{
    private const int Events = 1_200;
    private const int Batch = 100;
    private const int MessageLength = 10_000;

    [Fact]
    public async Task Subscriber_ReadsTooLate_IsGivenTheReasonAndResumesWithoutGap()
    {
        await using var collector = await CollectorUnderTest.StartAsync(new Dictionary<string, string>
        {
            ["Tidemark:Publish:QueuedEvents"] = "200",
            ["Tidemark:Publish:CutOffGrace"] = "00:01:00",
        });
        await using var others = await SseClient.OpenAsync(collector.Process.Api, "?type=operation_failed");
        using var slow = await SlowConsumer.OpenAsync(collector.Process.Api, "?type=operation_failed");

        for (var i = 0; i < Events; i += Batch)
        {
            await EventTable.AddAsync(collector.Database, Batch, MessageLength);
            await others.SeesAsync(i + Batch);
        }

        await Eventually.TrueAsync(() => collector.Process.Output.Contains("A live subscriber was disconnected", StringComparison.Ordinal));
        var got = await slow.ReadToEndAsync();
        Assert.Contains("event: cut_off", got, StringComparison.Ordinal);
        Assert.Contains("\"reason\":\"too_slow\"", got, StringComparison.Ordinal);
        var ids = EventId().Matches(got).Select(match => long.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.InRange(ids.Count, 1, Events - 1);
        await using var resumed = await SseClient.OpenAsync(collector.Process.Api, "?type=operation_failed", Position().Match(got).Groups[1].Value);
        await resumed.SeesAsync(Events - ids.Count);

        var all = await EventTable.IdsAsync(collector.Database);
        Assert.Equal(all, ids.Concat(resumed.EventIds));
        Assert.Equal(all, others.EventIds);
    }

    [Fact]
    public async Task Subscriber_NeverReads_IsClosedAfterTheGrace()
    {
        await using var collector = await CollectorUnderTest.StartAsync(new Dictionary<string, string>
        {
            ["Tidemark:Publish:QueuedEvents"] = "200",
            ["Tidemark:Publish:CutOffGrace"] = "00:00:00.2",
            ["Tidemark:Publish:Subscribers"] = "1",
        });
        using var slow = await SlowConsumer.OpenAsync(collector.Process.Api, "?type=operation_failed");
        // Whatever the sockets buffer: once they are full, it falls behind and is disconnected although it has read nothing.
        await Eventually.TrueAsync(async () =>
        {
            await EventTable.AddAsync(collector.Database, Batch, MessageLength);
            await using var next = await SseClient.OpenAsync(collector.Process.Api);
            return true;
        });
    }

    [GeneratedRegex("\"event_id\":([0-9]+)")]
    private static partial Regex EventId();

    [GeneratedRegex("event: cut_off\ndata: .*?\"position\":\"([^\"]+)\"")]
    private static partial Regex Position();
}
