using System.Collections;
using System.Globalization;
using System.Text.Json;
using Npgsql;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;
using Tidemark.Testing.Databases;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Reliability;

/// <summary>
/// Databases with another time zone and other settings, another collation, and a least-privileged owner.
/// </summary>
public sealed class DatabaseKindTests
{
    private const string Range = "date_trunc('hour', now(), 'UTC') - interval '26 hours', now() + interval '1 minute'";

    private static readonly string[] Questions =
    [
        $"SELECT * FROM tidemark.stats({Range}, 'model')",
        $"SELECT * FROM tidemark.timeseries({Range}, interval '1 hour', 'model')",
        $"SELECT * FROM tidemark.timeseries({Range}, interval '1 day')",
        $"SELECT * FROM tidemark.timeseries_top({Range}, interval '5 minutes', 'service')",
        $"SELECT * FROM tidemark.sessions_in({Range})",
        $"SELECT * FROM tidemark.session_events_in({Range})",
        $"SELECT * FROM tidemark.session_trend({Range}, interval '1 hour')",
        "SELECT * FROM tidemark.load_forecast()",
    ];

    [Fact]
    public async Task Numbers_InAnyTimeZone_AreTheSame()
    {
        var database = await TestDatabase.CreateAsync(await MigratedDatabase.Template.Value);
        foreach (var setting in new[]
        {
            "timezone = 'Asia/Kolkata'",
            "datestyle = 'SQL, DMY'",
            "intervalstyle = 'sql_standard'",
            "bytea_output = 'escape'",
            "search_path = 'pg_catalog'",
            "default_transaction_isolation = 'serializable'",
        })
            await database.ExecuteAsync($"ALTER DATABASE {database.Name} SET {setting}");
        await using var collector = await CollectorUnderTest.StartOnAsync(
            database, new Dictionary<string, string> { ["Tidemark:Store:WindowInterval"] = "00:00:01" });
        var hour = await database.ScalarAsync<DateTime>("SELECT date_trunc('hour', now(), 'UTC')");

        // The oldest hour that insights look at, each half hour since, and now.
        DateTimeOffset[] times = [
            new(hour.AddHours(-23)), .. Enumerable.Range(0, 45).Select(i => new DateTimeOffset(hour.AddHours(-22).AddMinutes(30 * i))),
            TimeProvider.System.GetUtcNow().AddSeconds(-20)
        ];
        await collector.SendAsync(OtlpProtobuf.Traces([.. times.SelectMany(Costly)]));
        await Eventually.GetAsync(
            () => database.ScalarAsync<long>("SELECT coalesce(max(operations), 0) FROM tidemark.windows_now WHERE scope = 'all' AND window_seconds = 3600"),
            counted => counted >= 3,
            what: "the rolling windows");
        Assert.Equal(0, await collector.Process.StopAsync());

        await using var connection = await database.DataSource.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        var views = await RowsAsync(connection, "SELECT viewname FROM pg_views WHERE schemaname = 'tidemark' AND viewname <> 'database_size'");
        string[] questions = [.. Questions, .. views.Select(view => $"SELECT * FROM tidemark.{view}")];
        var minute = await RowsAsync(connection, "SELECT extract(minute FROM now())::int");
        // In the last one, an hour starts half an hour after UTC's.
        var odd = FormattableString.Invariant($"<odd>-00:{60 - Math.Max(1, int.Parse(minute[0], CultureInfo.InvariantCulture) / 2):00}");
        foreach (var question in questions)
        {
            var expected = await InAsync(connection, "UTC", question);
            foreach (var zone in new[] { "Asia/Kolkata", "America/St_Johns", "Pacific/Chatham", odd })
                Assert.Equal((zone, question, string.Join('\n', expected)), (zone, question, string.Join('\n', await InAsync(connection, zone, question))));
        }

        Assert.NotEmpty(await RowsAsync(connection, "SELECT * FROM tidemark.insights WHERE insight = 'low_cache_use'"));
        Assert.Equal(
            3L * times.Length, long.Parse((await RowsAsync(connection, $"SELECT operations FROM tidemark.stats({Range})"))[0], CultureInfo.InvariantCulture));
    }

    /// <summary>Turkish has unusual sorting and case rules; session ids are compared, sorted and used for paging.</summary>
    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE-u-co-phonebk-ks-level2")]
    public async Task Sessions_SortedByAnotherLanguage_AreCountedOnceAndPagedThrough(string locale)
    {
        string[] names = ["I", "i", "ı", "İ", "a", "A", "ä", "ae", "Ä", "z", "_x", "-x", "x", " x", "é", "e\u0301", "ß", "ss", "10", "9"];
        var database = await TestDatabase.CreateAsync($"TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C' LOCALE_PROVIDER icu ICU_LOCALE '{locale}'");
        await using var collector = await CollectorUnderTest.StartOnAsync(database);
        var start = (ulong)TimeProvider.System.GetUtcNow().AddMinutes(-1).ToUnixTimeMilliseconds() * 1_000_000;
        byte[][] batches = [.. names.Select((name, i) => OtlpProtobuf.Traces([.. Enumerable.Range(0, 5)
            .Select(turn => Calls.Inference(name, start + ((ulong)turn * 1_000_000_000)))]))];

        await Task.WhenAll(batches.Concat(batches).Select(batch => collector.SendAsync(batch)));

        await collector.AssertStoredAsync(5 * names.Length, 5 * names.Length * Calls.TokensEach);
        using var client = new HttpClient { BaseAddress = collector.Process.Api };
        var seen = new List<string>();
        for (var path = "/api/sessions?limit=3&sort=operations"; path is not null;)
        {
            var page = JsonDocument.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative))).RootElement;
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(session => session.GetProperty("session_id").GetString()!));
            path = page.GetProperty("next").GetString() is { } next ? $"/api/sessions?limit=3&sort=operations&after={next}" : null;
        }

        Assert.Equal(names.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
        Assert.Equal(0, await collector.Process.StopAsync());
    }

    /// <summary>It cannot create schemas: an administrator has created the two.</summary>
    [Fact]
    public async Task Export_OwnerOfTwoSchemasAndNothingElse_IsCountedOnceAndAllElseWorks()
    {
        await using var role = await TestRole.CreateAsync("schemas");
        var database = await TestDatabase.CreateAsync();
        await database.ExecuteAsync(
            $"REVOKE ALL ON DATABASE {database.Name} FROM PUBLIC; GRANT CONNECT ON DATABASE {database.Name} TO {role.Name}; REVOKE ALL ON SCHEMA public "
                + "FROM PUBLIC");
        await database.ExecuteAsync($"CREATE SCHEMA tidemark AUTHORIZATION {role.Name}; CREATE SCHEMA tidemark_store AUTHORIZATION {role.Name}");
        var owner = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = role.Name, Password = "schemas" }.ConnectionString;
        await using var collector = await CollectorUnderTest.StartOnAsync(database, connectionString: owner);
        var batch = OtlpProtobuf.Traces(Calls.Inferences(50));

        await Task.WhenAll(collector.SendAsync(batch), collector.SendAsync(batch));

        await collector.AssertStoredAsync(50, 50 * Calls.TokensEach);
        using var client = new HttpClient { BaseAddress = collector.Process.Api };
        Assert.Contains("s-0", await client.GetStringAsync(new Uri("/api/sessions", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Equal(0, await collector.Process.StopAsync());
        Assert.DoesNotContain("fail:", collector.Process.Output, StringComparison.Ordinal);
        // The same again, when everything exists.
        await collector.Process.RestartAsync();
    }

    // Long prompts with few cache hits, which insights report with the number of calls.
    private static IEnumerable<OtlpSpan> Costly(DateTimeOffset at) => Enumerable.Range(0, 3)
        .Select(i => Calls.Inference($"s-{at.Hour}", (ulong)at.ToUnixTimeMilliseconds() * 1_000_000) with
        {
            Attributes = new OtlpAttributes
        {
            { "gen_ai.operation.name", "chat" },
            { "gen_ai.provider.name", "anthropic" },
            { "gen_ai.request.model", "claude-sonnet-4-5" },
            { "session.id", $"s-{at.Hour}" },
            { "gen_ai.usage.input_tokens", 150_000 },
            { "gen_ai.usage.output_tokens", 20 },
        },
        });

    private static async Task<List<string>> InAsync(NpgsqlConnection connection, string zone, string question)
    {
        await using (var set = new NpgsqlCommand($"SET LOCAL timezone = '{zone}'", connection)) await set.ExecuteNonQueryAsync();
        return await RowsAsync(connection, question);
    }

    // Times are instants, whatever the session's time zone.
    private static async Task<List<string>> RowsAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => TextOf(reader.GetValue(i)))));
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    private static string TextOf(object value) => value switch
    {
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        string text => text,
        IEnumerable list => string.Join(',', list.Cast<object>().Select(TextOf)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
