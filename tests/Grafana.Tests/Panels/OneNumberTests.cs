using Npgsql;
using Tidemark.Grafana.Tests.Databases;
using Tidemark.Grafana.Tests.Queries;

namespace Tidemark.Grafana.Tests.Panels;

/// <summary>Tiles with the same title show the same value on every dashboard, equal to plain SQL over operations.</summary>
[Collection(NumberCollection.Name)]
public sealed class OneNumberTests(SteadyDatabase steady, SilentDatabase silent, EmptyDatabase empty, WideDatabase wide)
{
    private const double Tolerance = 1e-6;

    private static readonly TimeSpan Range = TimeSpan.FromHours(3);
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>Tiles of a time range, by title, and the SQL over single operations and sessions that they must equal.</summary>
    public static TheoryData<string, string> Counted => new()
    {
        { "Ops in range", "SELECT count(*)::float8 FROM tidemark.operations" },
        { "Fails in range", "SELECT count(*)::float8 FROM tidemark.operations WHERE is_error" },
        { "Cost in range", "SELECT sum(cost_usd)::float8 FROM tidemark.operations" },
        { "New sessions", "SELECT count(*)::float8 FROM tidemark.sessions" },
        { "Sessions seen", "SELECT count(*)::float8 FROM tidemark.sessions" },
        {
            "With errors",
            "SELECT avg(has_errors)::float8 FROM (SELECT max(is_error::int) AS has_errors FROM tidemark.operations WHERE session_id IS NOT NULL "
                + "GROUP BY session_id) s"
        },
        { "Calls in range", "SELECT count(*)::float8 FROM tidemark.operations WHERE kind IN ('inference', 'embedding')" },
        { "Tokens (range)", "SELECT sum(total_tokens)::float8 FROM tidemark.operations WHERE kind IN ('inference', 'embedding')" },
        { "First token", "SELECT avg(ttft_ms) FROM tidemark.operations WHERE kind = 'inference'" },
        { "Failed calls", "SELECT avg(is_error::int)::float8 FROM tidemark.operations WHERE kind IN ('inference', 'embedding')" },
        { "Cached input", "SELECT sum(cache_read_tokens)::float8 / sum(input_tokens) FROM tidemark.operations WHERE kind IN ('inference', 'embedding')" },
        { "Availability", "SELECT avg((NOT is_error)::int)::float8 FROM tidemark.operations" },
        { "Cache hits", "SELECT avg((attributes ->> 'tidemark.cache.hit' = 'true')::int)::float8 FROM tidemark.operations WHERE kind = 'cache'" },
        { "Dependencies", "SELECT avg((NOT is_error)::int)::float8 FROM tidemark.operations WHERE kind = 'dependency'" },
        { "Failed runs", "SELECT avg(is_error::int)::float8 FROM tidemark.operations WHERE kind = 'agent'" },
        { "Failed tools", "SELECT avg(is_error::int)::float8 FROM tidemark.operations WHERE kind = 'tool'" },
        {
            "Unpriced calls",
            "SELECT count(*)::float8 FROM tidemark.operations WHERE kind IN ('inference', 'embedding') AND cost_usd IS NULL AND NOT (is_error "
                + "AND total_tokens IS NULL)"
        },
        { "Per M tokens", "SELECT sum(cost_usd)::float8 * 1000000 / sum(total_tokens) FROM tidemark.operations WHERE cost_usd IS NOT NULL" },
        {
            "Top session",
            "SELECT max(cost)::float8 FROM (SELECT sum(cost_usd) AS cost FROM tidemark.operations WHERE session_id IS NOT NULL GROUP BY session_id) s"
        },
        { "Ops/session", "SELECT count(*)::float8 / count(DISTINCT session_id) FROM tidemark.operations WHERE session_id IS NOT NULL" },
        { "Tokens/session", "SELECT sum(total_tokens)::float8 / count(DISTINCT session_id) FROM tidemark.operations WHERE session_id IS NOT NULL" },
    };

    [Fact]
    public async Task Tiles_OfOneTitle_ShowOneNumberWhileTrafficFlows() => await AssertOneNumberAsync(steady.Reader);

    [Fact]
    public async Task Tiles_OfOneTitle_ShowOneNumberAfterAnHourOfSilence() => await AssertOneNumberAsync(silent.Reader);

    [Fact]
    public async Task Tiles_OfOneTitle_ShowOneNumberOnAnEmptyDatabase() => await AssertOneNumberAsync(empty.Reader);

    [Fact]
    public async Task Tiles_OfOneTitle_ShowOneNumberOfThirtyServices() => await AssertOneNumberAsync(wide.Reader);

    [Theory]
    [MemberData(nameof(Counted))]
    public async Task Tile_OfARange_IsWhatItsOperationsAddUpTo(string title, string sql)
    {
        await AssertAddsUpAsync(steady.Reader, Lately, title, sql);
        await AssertAddsUpAsync(silent.Reader, Range, title, sql);
        await AssertAddsUpAsync(wide.Reader, Day, title, sql);
    }

    [Theory]
    [InlineData("Ops per second", 0.0)]
    [InlineData("Cost per hour", 0.0)]
    [InlineData("Tokens per min", 0.0)]
    [InlineData("Runs per min", 0.0)]
    [InlineData("Sessions now", 0.0)]
    [InlineData("Idle now", 0.0)]
    [InlineData("Agents now", 0.0)]
    [InlineData("Workflows now", 0.0)]
    [InlineData("Near limit", 0.0)]
    [InlineData("Health", null)]
    [InlineData("Error ratio", null)]
    [InlineData("Model p95", null)]
    [InlineData("Max context", null)]
    public async Task TileOfNow_AfterAnHourOfSilence_SaysSoWhateverTheRange(string title, double? expected)
    {
        foreach (var tile in Tiles.All.Where(tile => tile.Title == title))
            Assert.Equal(expected, await Tiles.ValueAsync(Asker.ForAll(silent.Reader, "s-0"), tile, Range));
    }

    [Theory]
    [InlineData("Ops per second", "SELECT sum(operations_per_second) FROM tidemark.windows_now WHERE scope = 'all' AND window_seconds = 300")]
    [InlineData("Cost per hour", "SELECT sum(cost_per_hour)::float8 FROM tidemark.windows_now WHERE scope = 'all' AND window_seconds = 300")]
    public async Task TileOfNow_WhileTrafficFlows_IsTheCurrentWindow(string title, string sql)
    {
        var tile = Tiles.All.First(tile => tile.Title == title);
        await using var command = steady.Reader.CreateCommand(sql);
        var before = (double)(await command.ExecuteScalarAsync())!;
        var shown = await Tiles.ValueAsync(Asker.ForAll(steady.Reader, "s-0"), tile, Range);
        var after = (double)(await command.ExecuteScalarAsync())!;

        // The tile and this test may add floating-point numbers in different orders.
        var slack = Tolerance * Math.Max(before, after);
        Assert.InRange(shown!.Value, Math.Min(before, after) - slack, Math.Max(before, after) + slack);
    }

    [Fact]
    public async Task OpenSessions_AtTheRightEdge_AreThoseThatAreOpen()
    {
        await using var command = steady.Reader.CreateCommand(
            "SELECT (SELECT sessions FROM tidemark.open_session_trend(now() - interval '1 hour', now(), '30s') "
                + "ORDER BY time DESC LIMIT 1) - (SELECT count(*) FROM tidemark.open_sessions())");

        Assert.Equal(0L, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Environment_NotSet_IsNamed()
    {
        await using var command = steady.Reader.CreateCommand(
            """
            SELECT count(*) FILTER (WHERE label = '(none)') = 1 AND bool_and(label <> '')
                AND (SELECT operations FROM tidemark.stats(now() - interval '1 hour', now(), environments => ARRAY['(none)']))
                    = (SELECT count(*) FROM tidemark.operations WHERE environment IS NULL)
                AND NOT EXISTS (SELECT FROM tidemark.operations WHERE environment = '')
                AND NOT EXISTS (SELECT FROM tidemark.sessions WHERE environment = '')
            FROM tidemark.stats(now() - interval '1 hour', now(), 'environment')
            """);

        Assert.Equal(true, await command.ExecuteScalarAsync());
    }

    private static async Task AssertAddsUpAsync(NpgsqlDataSource database, TimeSpan range, string title, string sql)
    {
        await using var command = database.CreateCommand(sql);
        var expected = await command.ExecuteScalarAsync() as double?;
        foreach (var tile in Tiles.All.Where(tile => tile.Title == title))
        {
            var shown = await Tiles.ValueAsync(Asker.ForAll(database, "s-0"), tile, range);
            Assert.True(
                (shown, expected) is (null, null)
                    || (shown is { } value && expected is { } plain && Math.Abs(value - plain) <= Tolerance * Math.Max(1, Math.Abs(plain))),
                $"{title} on {tile.Dashboard.Uid} shows {shown}, the operations say {expected}");
        }
    }

    private static async Task AssertOneNumberAsync(NpgsqlDataSource database)
    {
        var asker = Asker.ForAll(database, "s-0");
        foreach (var title in Tiles.All.GroupBy(tile => tile.Title).Where(title => title.Count() > 1))
        {
            var values = new List<double?>();
            foreach (var tile in title) values.Add(await Tiles.ValueAsync(asker, tile, Range));
            Assert.True(values.All(value => IsSame(value, values[0])), $"{title.Key}: {string.Join(", ", values)}");
        }
    }

    // A window may be refreshed between two tiles: it moves by seconds.
    private static bool IsSame(double? one, double? other) =>
        (one, other) is (null, null) || (one is { } a && other is { } b && Math.Abs(a - b) <= 0.1 * Math.Max(Math.Abs(a), Math.Abs(b)));
}
