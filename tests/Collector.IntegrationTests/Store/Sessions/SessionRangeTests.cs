using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Store.Sessions;

/// <summary>Sessions of a range are found through an index, and updates of open sessions remain HOT.</summary>
public sealed class SessionRangeTests : IAsyncLifetime
{
    private const ulong Second = 1_000_000_000;

    private readonly ulong _start = (ulong)TimeProvider.System.GetUtcNow().AddHours(-2).ToUnixTimeSeconds() * Second;

    private CollectorUnderTest _collector = null!;

    public async Task InitializeAsync() => _collector = await CollectorUnderTest.StartAsync();

    public async Task DisposeAsync() => await _collector.DisposeAsync();

    [Fact]
    public async Task SessionsIn_CallThatOutlivesItsSessionsEnd_IsInTheRangeOfTheCall()
    {
        await _collector.SendAsync(OtlpProtobuf.Traces(Calls.Inference("s-1", _start)));
        await _collector.SendAsync(
            OtlpProtobuf.Logs(new OtlpLog
            {
                EventName = "session.end",
                TimeNanos = _start + Second,
                Attributes = new OtlpAttributes { { "session.id", "s-1" } },
            }), "/v1/logs");
        await _collector.SendAsync(OtlpProtobuf.Traces(Calls.Inference("s-1", _start + (Second / 2)) with { EndNanos = _start + (10 * Second) }));

        Assert.Equal(
            "ended session_end 00:00:09", await TextAsync("SELECT concat_ws(' ', status, end_reason, last_seen_at - ended_at) FROM tidemark.sessions"));
        Assert.Equal(1, await FoundAsync(from: 5, to: 6));
        Assert.Equal(0, await FoundAsync(from: 11, to: 12));
        Assert.Equal(1, await _collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark.sessions WHERE closed_at = last_seen_at"));
    }

    [Fact]
    public async Task SessionsIn_OpenSession_IsFoundUpToWhenItWasLastHeardOf()
    {
        await _collector.SendAsync(OtlpProtobuf.Traces(Calls.Inference("s-1", Now())));

        Assert.Equal(
            1,
            await _collector.Database.ScalarAsync<long>(
                "SELECT count(*) FROM tidemark.sessions_in(now() - interval '1 minute', now()) WHERE status = 'active'"));
        Assert.Equal(
            0,
            await _collector.Database.ScalarAsync<long>(
                "SELECT count(*) FROM tidemark.sessions_in(now() + interval '1 minute', now() + interval '2 minutes')"));
        Assert.Equal(0, await _collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark.sessions WHERE closed_at IS NOT NULL"));
    }

    /// <summary>An agent reports its repository in the resource, and its ticket in any span.</summary>
    [Fact]
    public async Task SessionChange_NamedByResourceAndSpans_IsThatOfTheSession()
    {
        var call = Calls.Inference("s-1", _start);
        await _collector.SendAsync(OtlpProtobuf.Traces(new OtlpResource<OtlpSpan>([call with { Attributes = [
            .. call.Attributes, new("vcs.change.id", "PAY-7")
        ] }])
        {
            Attributes = new OtlpAttributes { { "service.name", "agent" }, { "vcs.repository.name", "shop" }, { "vcs.ref.head.name", "fix/basket" } },
        }));
        await _collector.SendAsync(OtlpProtobuf.Traces(Calls.Inference("s-2", _start)));
        const string Change =
            "SELECT concat_ws(' ', v.repository, v.branch, v.change) FROM tidemark.sessions s CROSS "
                + "JOIN LATERAL tidemark.session_change(s.session_id, s.started_at, s.last_seen_at) v";

        Assert.Equal("shop fix/basket PAY-7", await TextAsync($"{Change} WHERE s.session_id = 's-1'"));
        Assert.Equal("", await TextAsync($"{Change} WHERE s.session_id = 's-2'"));
    }

    /// <summary>"(none)" is a value like others: it selects sessions that have used no model.</summary>
    [Theory]
    [InlineData("models => '{(none)}'", "s-2")]
    [InlineData("models => '{kimi-k2-0905-preview}'", "s-1")]
    [InlineData("models => '{(none),kimi-k2-0905-preview}'", "s-1,s-2")]
    [InlineData("models => '{\"\"}'", "s-1,s-2")]
    [InlineData("providers => '{(none)}'", "s-2")]
    [InlineData("providers => '{moonshot_ai}'", "s-1")]
    public async Task SessionsIn_FilterByModel_KnowsSessionsWithoutOne(string filter, string expected)
    {
        var call = Calls.Inference("s-2", _start);
        await _collector.SendAsync(OtlpProtobuf.Traces(Calls.Inference("s-1", _start)));
        await _collector.SendAsync(OtlpProtobuf.Traces(call with
        {
            Attributes = new OtlpAttributes { { "session.id", "s-2" }, { "gen_ai.operation.name", "execute_tool" }, { "gen_ai.tool.name", "search" } },
        }));

        Assert.Equal(expected, await TextAsync(
            $"SELECT string_agg(session_id, ',' ORDER BY session_id) FROM tidemark.sessions_in(now() - interval '1 day', now(), {filter})"));
    }

    [Fact]
    public async Task SessionsIn_Range_CanBeReadFromAnIndex()
    {
        // On an empty table the planner may use any index: only the relevant one is kept.
        var plan = await TextAsync(
            "SET LOCAL enable_seqscan = off; DROP INDEX tidemark_store.sessions_started_at;"
            + "EXPLAIN (FORMAT JSON) SELECT * FROM tidemark.sessions_in(now() - interval '1 hour', now())");

        Assert.Contains("sessions_closed", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Update_OfAnOpenSession_StaysHeapOnly()
    {
        await _collector.SendAsync(OtlpProtobuf.Traces(Calls.Inference("s-1", Now())));

        Assert.Equal(1, await _collector.Database.ScalarAsync<long>(
            "UPDATE tidemark_store.sessions SET last_seen_at = last_seen_at + interval '1 second', operations = operations + 1;"
            + "SELECT pg_stat_get_xact_tuples_hot_updated('tidemark_store.sessions'::regclass)"));
    }

    private static ulong Now() => (ulong)TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() * Second;

    private Task<string> TextAsync(string sql) => _collector.Database.ScalarAsync<string>(sql);

    private Task<long> FoundAsync(int from, int to) =>
        _collector.Database.ScalarAsync<long>(
            $"SELECT count(*) FROM tidemark.sessions_in(to_timestamp({(_start / Second) + (ulong)from}), to_timestamp({(_start / Second) + (ulong)to}))");
}
