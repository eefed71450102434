using Npgsql;
using Tidemark.Grafana.Tests.Databases;
using Tidemark.Grafana.Tests.Panels.Truths;
using Tidemark.Grafana.Tests.Queries;

namespace Tidemark.Grafana.Tests.Panels;

/// <summary>
/// Every panel on a busy database, after an hour of silence, on an empty one, and with a day of thirty services. Panels after the
/// demo are checked by DemoTests.
/// </summary>
[Collection(NumberCollection.Name)]
public sealed class FourDatabasesTests(SteadyDatabase steady, SilentDatabase silent, EmptyDatabase empty, WideDatabase wide)
{
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    // Data that exists without operations: limits, tables, empty windows.
    private static readonly string[] NeverEmpty =
    [
        "tidemark-collector: Alert limits", "tidemark-collector: Database size", "tidemark-collector: Window age",
    ];

    // The silent database's data is an hour old but arrived just now.
    private const string ByArrival = "tidemark-collector";

    public static TheoryData<string, int> Databases => new()
    {
        { nameof(steady), 60 * 24 * 30 },
        { nameof(silent), 60 * 3 },
        { nameof(wide), 60 * 24 },
    };

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Panels_OfAnyRange_ShowNothingThatCannotBe(string name, int minutes) =>
        AssertNothing(await PanelTruths.BrokenAsync(Find(name), WideDatabase.Session, TimeSpan.FromMinutes(minutes)));

    [Fact]
    public async Task Panels_WhileTrafficFlows_AreWhatTheOperationsAddUpTo() => AssertNothing(await PlainNumbers.WrongAsync(steady.Reader, "s-0", Lately));

    [Fact]
    public async Task Panels_AfterAnHourOfSilence_AreWhatTheOperationsAddUpTo() =>
        AssertNothing(await PlainNumbers.WrongAsync(silent.Reader, "s-0", TimeSpan.FromHours(3)));

    [Fact]
    public async Task Panels_OfThirtyServices_AreWhatTheOperationsAddUpTo() =>
        AssertNothing(await PlainNumbers.WrongAsync(wide.Reader, WideDatabase.Session, Day));

    [Fact]
    public async Task Panels_OfAnEmptyDatabase_AreEmpty() => AssertNothing(await ShownOfNothingAsync(empty.Reader, Day));

    [Fact]
    public async Task Panels_OfAQuarterOfSilence_AreEmpty() =>
        AssertNothing([.. (await ShownOfNothingAsync(silent.Reader, Lately)).Where(shown => !shown.StartsWith(ByArrival, StringComparison.Ordinal))]);

    [Theory]
    [InlineData(10)]
    [InlineData(25)]
    [InlineData(45)]
    public async Task EndedSessions_OfAnyRange_AreThoseThatEndedInIt(int minutes)
    {
        await using var command =
            silent.Reader.CreateCommand($"SELECT count(*)::float8 FROM tidemark.sessions WHERE ended_at >= now() - interval '{minutes} minutes'");
        var expected = (double)(await command.ExecuteScalarAsync())!;

        var tile = Tiles.All.Single(tile => tile.Title == "Ended in range");
        var shown = await Tiles.ValueAsync(Asker.ForAll(silent.Reader, "s-0"), tile, TimeSpan.FromMinutes(minutes));

        Assert.Equal(expected, shown);
    }

    [Fact]
    public async Task HourlyLoad_OfThirtyDays_HasEachWholeHour()
    {
        await using var command = wide.Reader.CreateCommand(
            """
            SELECT (SELECT sum(operations) FROM tidemark.hourly_load(now() - interval '30 days', now()))
                = (SELECT count(*) FROM tidemark.operations WHERE started_at + duration_ms * interval '1 ms' < date_trunc('hour', now()))
                AND (SELECT count(*) BETWEEN 22 AND 24 AND count(*) = count(DISTINCT hour) FROM tidemark.hourly_load(now() - interval '30 days', now()))
            """);

        Assert.Equal(true, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task HourlyLoad_OfSilenceInAnHourWithTraffic_IsEmpty()
    {
        await using var command = silent.Reader.CreateCommand(
            """
            SELECT (SELECT count(*) FROM tidemark.hourly_load(l.at + interval '20 s', l.at + interval '5 minutes'))
            FROM (SELECT max(started_at + coalesce(duration_ms, 0) * interval '1 ms') AS at FROM tidemark.operations) l
            """);

        Assert.Equal(0L, await command.ExecuteScalarAsync());
    }

    /// <summary>Values shown without operations, and impossible values.</summary>
    private static async Task<IReadOnlyList<string>> ShownOfNothingAsync(NpgsqlDataSource database, TimeSpan range) =>
        [.. from data in await PanelTruths.AskAsync(database, "no such session", range)
            let shown = NeverEmpty.Contains($"{data.Panel.Dashboard.Uid}: {data.Panel.Title}") ? [] : EmptyPanel.Shows(data)
            from message in shown.Concat(PanelTruths.Broken(data, range))
            select $"{data.Name} {message}"];

    private static void AssertNothing(IReadOnlyList<string> wrong) => Assert.True(wrong.Count == 0, string.Join('\n', wrong));

    private NpgsqlDataSource Find(string name) => name switch
    {
        nameof(steady) => steady.Reader,
        nameof(silent) => silent.Reader,
        _ => wide.Reader,
    };
}
