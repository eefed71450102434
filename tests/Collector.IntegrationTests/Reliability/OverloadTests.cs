using System.Net;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Reliability;

/// <summary>Data that cannot be stored in time is refused before it is decoded, and refused data is not stored.</summary>
public sealed class OverloadTests
{
    // Only lanes write to it here, so the waiting session is the request's.
    private const string Operations = "operations";

    // No timeout of the database ends a test's locks.
    private static readonly Dictionary<string, string> Patient = new()
    {
        ["Tidemark:Store:CommandTimeout"] = "00:05:00",
        ["Tidemark:Store:LockTimeout"] = "00:05:00",
        ["Tidemark:Pipeline:MaxWait"] = "00:05:00",
        ["Tidemark:Pipeline:QueueTimeout"] = "00:05:00",
        ["Tidemark:Pipeline:Lanes"] = "2",
    };

    [Fact]
    public async Task Export_NothingIsCommittedForLong_RefusesWithoutDecodingUntilItIs()
    {
        await using var collector = await CollectorUnderTest.StartAsync(new Dictionary<string, string>(Patient) { ["Tidemark:Pipeline:MaxWait"] = "00:00:01" });
        Task<HttpResponseMessage> accepted;
        await using (await Planted.HoldAsync(collector.Database, Operations))
        {
            accepted = collector.PostAsync("/v1/traces", OtlpProtobuf.Traces(Calls.Inferences(10, sessions: 1)));
            await Planted.WaitingAsync(collector.Database, Operations);

            // It was not parsed, or it would be reported as malformed.
            await Eventually.TrueAsync(async () => await StatusAsync(collector, [0xFF, 0xFF]) == HttpStatusCode.ServiceUnavailable);
            using var refused = await collector.PostAsync("/v1/traces", OtlpProtobuf.Traces(Calls.Inferences(10)));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
        }

        using var answer = await accepted;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(collector, [0xFF, 0xFF]));
        await collector.SendAsync(OtlpProtobuf.Traces(Calls.Inferences(10)));
        await collector.AssertStoredAsync(20, 20 * Calls.TokensEach);
    }

    [Theory]
    [InlineData("Tidemark:Pipeline:QueueTimeout")]
    [InlineData("Tidemark:Receive:RequestTimeout")]
    public async Task Export_TurnDoesNotComeInTime_IsRefusedAndNotStored(string limit)
    {
        await using var collector = await CollectorUnderTest.StartAsync(new Dictionary<string, string>(Patient) { [limit] = "00:00:20" });
        Task<HttpResponseMessage> begun;
        await using (await Planted.HoldAsync(collector.Database, Operations))
        {
            begun = collector.PostAsync("/v1/traces", OtlpProtobuf.Traces(Calls.Inferences(10, sessions: 1)));
            await Planted.WaitingAsync(collector.Database, Operations);

            using var refused = await collector.PostAsync("/v1/traces", OtlpProtobuf.Traces(Calls.Inferences(10, sessions: 1)));

            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.False(begun.IsCompleted);
        }

        // Its commit had begun, so the response reports the result, however late.
        using var answer = await begun;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        // Behind the one that was refused in the lane's queue.
        await collector.SendAsync(OtlpProtobuf.Traces(Calls.Inferences(10, sessions: 1)));
        await collector.AssertStoredAsync(20, 20 * Calls.TokensEach);
    }

    [Fact]
    public async Task Export_OneLaneFull_StoresNoPartOfTheRequest()
    {
        await using var collector = await CollectorUnderTest.StartAsync(new Dictionary<string, string>(Patient)
        {
            ["Tidemark:Pipeline:QueuedOperations"] = "10",
        });
        var one = Calls.Inferences(10, sessions: 1);
        await collector.SendAsync(OtlpProtobuf.Traces(one));
        Task<HttpResponseMessage> begun, queued;
        await using (await Planted.HoldSessionAsync(collector.Database, "s-0"))
        {
            begun = collector.PostAsync("/v1/traces", OtlpProtobuf.Traces(Calls.Inferences(10, sessions: 1)));
            await Planted.WaitingAsync(collector.Database, "sessions");
            queued = collector.PostAsync("/v1/traces", OtlpProtobuf.Traces(Calls.Inferences(10, sessions: 1)));
            await QueuedAsync(collector, 10);

            // Enough sessions for both lanes.
            using var refused = await collector.PostAsync("/v1/traces", OtlpProtobuf.Traces(Calls.Inferences(40, sessions: 40)));

            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.Contains("cause queue_full", collector.Process.Output, StringComparison.Ordinal);
        }

        using var first = await begun;
        using var second = await queued;
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        await collector.AssertStoredAsync(30, 30 * Calls.TokensEach);
    }

    private static async Task<HttpStatusCode> StatusAsync(CollectorUnderTest collector, byte[] body)
    {
        using var response = await collector.PostAsync("/v1/traces", body);
        return response.StatusCode;
    }

    private static async Task QueuedAsync(CollectorUnderTest collector, int operations)
    {
        using var client = new HttpClient { BaseAddress = collector.Process.Api };
        await Eventually.TrueAsync(async () => (await client.GetStringAsync(new Uri(
            "/api/process", UriKind.Relative))).Contains($"\"queued_operations\":{operations}", StringComparison.Ordinal));
    }
}
