using Tidemark.Collector.IntegrationTests.Support;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Publish;

public sealed class EventStreamTests
{
    [Fact]
    public async Task Stream_SessionAppears_IsSeenWithItsRowsValues()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        await using var client = await SseClient.OpenAsync(collector.Process.Api, "?type=session_created");

        await collector.SendAsync(OtlpProtobuf.Traces(Calls.Inferences(6, sessions: 3)));
        await client.SeesAsync(3);

        Assert.Equal(["s-0", "s-1", "s-2"], client.Seen.Select(message => message.Session).Order());
        Assert.Equal(await EventTable.IdsAsync(collector.Database, "event_type = 'session_created'"), client.EventIds.Order());
        var first = client.Seen[0];
        Assert.Equal("message", first.Type);
        Assert.Equal("session_created", first.Data.GetProperty("event_type").GetString());
        Assert.Equal("info", first.Data.GetProperty("severity").GetString());
        Assert.Equal(1, first.Data.GetProperty("data").GetProperty("delta").GetInt32());
    }
}
