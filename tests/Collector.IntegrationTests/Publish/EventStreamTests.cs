using System.Net;
using System.Text.Json;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;
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
        Assert.Equal(first.Id, first.Data.GetProperty("position").GetString());
        Assert.Equal("session_created", first.Data.GetProperty("event_type").GetString());
        Assert.Equal("info", first.Data.GetProperty("severity").GetString());
        Assert.Equal(1, first.Data.GetProperty("data").GetProperty("delta").GetInt32());
        var columns =
            await collector.Database.ScalarAsync<string[]>(
                "SELECT array_agg(attname::text ORDER BY attnum) FROM pg_attribute WHERE attrelid = 'tidemark.session_events'::regclass");
        Assert.Equal(columns.Append("position").Order(), first.Data.EnumerateObject().Select(property => property.Name).Order());
    }

    [Theory]
    [InlineData("?type=operation_failed", "event_type = 'operation_failed'")]
    [InlineData("?type=session_created&type=operation_failed", "event_type IN ('session_created', 'operation_failed')")]
    [InlineData("?severity=error&type=operation_failed&type=session_created", "severity = 'error'")]
    [InlineData("?session=s-2&session=s-3&service=elsewhere", "session_id IN ('s-2', 's-3') AND service = 'elsewhere'")]
    [InlineData("?agent=agent-1", "agent = 'agent-1'")]
    [InlineData("?model=kimi-k2-0905-preview", "model = 'kimi-k2-0905-preview'")]
    [InlineData("?workflow=none-of-them", "false")]
    [InlineData("?user=user-1&user=user-2", "user_id IN ('user-1', 'user-2')")]
    public async Task Stream_Filtered_GivesWhatTheTableGivesForTheSameCondition(string query, string condition)
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        await using var filtered = await SseClient.OpenAsync(collector.Process.Api, query);
        await using var everything = await SseClient.OpenAsync(collector.Process.Api);

        await collector.SendAsync(OtlpProtobuf.Traces(Calls.Inferences(8, sessions: 4)));
        await EventTable.AddAsync(collector.Database, 9);
        var expected = await EventTable.IdsAsync(collector.Database, condition);
        await everything.SeesAsync((await EventTable.IdsAsync(collector.Database)).Count);
        await filtered.SeesAsync(expected.Count);

        Assert.Equal(expected, filtered.EventIds.Order());
    }

    [Theory]
    [InlineData("?colour=red", "colour")]
    [InlineData("?type=session_exploded", "session_exploded")]
    [InlineData("?severity=fatal", "fatal")]
    [InlineData("?after=yesterday", "yesterday")]
    public async Task Stream_AskedForSomethingUnknown_SaysWhat(string query, string named)
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        using var client = new HttpClient { BaseAddress = collector.Process.Api };

        using var response = await client.GetAsync(new Uri($"/api/events/stream{query}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(named, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stream_EverySecond_TellsCurrentNumbers()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        await using var client = await SseClient.OpenAsync(collector.Process.Api);
        await collector.SendAsync(OtlpProtobuf.Traces(Calls.Inferences(30, sessions: 3, TimeProvider.System.GetUtcNow().AddSeconds(-5))));

        await client.SeesAsync(message => message.Type == "windows" && message.Data.GetProperty("operations").GetInt64() == 30);

        var numbers = client.Seen.Last(message => message.Type == "windows").Data;
        Assert.Equal(3, numbers.GetProperty("sessions_active").GetInt64());
        Assert.InRange(numbers.GetProperty("operations_per_second").GetDouble(), 30 / 70.0, 30 / 60.0);
        Assert.InRange(numbers.GetProperty("tokens_per_second").GetDouble(), 30 * Calls.TokensEach / 70.0, 30 * Calls.TokensEach / 60.0);
        Assert.Equal(100, numbers.GetProperty("health_score").GetDouble());
        Assert.Equal("healthy", numbers.GetProperty("health_status").GetString());
        Assert.Equal(JsonValueKind.Number, numbers.GetProperty("cost_per_hour").ValueKind);
    }

    [Fact]
    public async Task Stream_NothingPassesTheFilter_HeartbeatMovesThePositionOn()
    {
        await using var collector = await CollectorUnderTest.StartAsync(new Dictionary<string, string> { ["Tidemark:Publish:Heartbeat"] = "00:00:01" });
        await using var client = await SseClient.OpenAsync(collector.Process.Api, "?type=service_down");

        // One session, hence one transaction: with two lanes, the highest id need not be the last event.
        await collector.SendAsync(OtlpProtobuf.Traces(Calls.Inferences(4, sessions: 1)));
        var newest = (await EventTable.IdsAsync(collector.Database))[^1];

        // The id may be followed by transactions that were open on the server.
        await Eventually.TrueAsync(() => client.LastEventId?.Split('-')[0] == $"{newest}");
        Assert.Empty(client.Seen);
    }

    [Fact]
    public async Task Stream_MoreSubscribersThanAllowed_AreAskedToRetryLater()
    {
        await using var collector = await CollectorUnderTest.StartAsync(new Dictionary<string, string> { ["Tidemark:Publish:Subscribers"] = "2" });
        await using var first = await SseClient.OpenAsync(collector.Process.Api);
        await using var second = await SseClient.OpenAsync(collector.Process.Api);
        using var client = new HttpClient { BaseAddress = collector.Process.Api };

        using var response = await client.GetAsync(new Uri("/api/events/stream", UriKind.Relative));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
        await second.DisposeAsync();
        await Eventually.TrueAsync(async () =>
        {
            await using var third = await SseClient.OpenAsync(collector.Process.Api);
            return true;
        });
    }

    [Fact]
    public async Task Stream_RefusedToAnEventSource_IsReportedInAStreamSoThatItReconnects()
    {
        await using var collector = await CollectorUnderTest.StartAsync(new Dictionary<string, string> { ["Tidemark:Publish:Subscribers"] = "1" });
        await using var first = await SseClient.OpenAsync(collector.Process.Api);
        using var client = new HttpClient { BaseAddress = collector.Process.Api };
        client.DefaultRequestHeaders.Add("Accept", "text/event-stream");

        using var response = await client.GetAsync(new Uri("/api/events/stream", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var body = await response.Content.ReadAsStringAsync();
        Assert.StartsWith("retry: 2000\n\nevent: cut_off\ndata: {", body, StringComparison.Ordinal);
        Assert.Contains("\"position\":null,\"reason\":\"too_many_subscribers\"", body, StringComparison.Ordinal);
        Assert.DoesNotContain("\nid:", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stream_CollectorStops_EndsWithTheReason()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        await using var client = await SseClient.OpenAsync(collector.Process.Api);

        Assert.Equal(0, await collector.Process.StopAsync());

        await Eventually.TrueAsync(() => client.HasEnded);
        var last = client.Seen[^1];
        Assert.Equal(("cut_off", "shutting_down"), (last.Type, last.Data.GetProperty("reason").GetString()));
        Assert.Equal(client.LastEventId, last.Data.GetProperty("position").GetString());
    }
}
