using System.Net;
using System.Text.Json;
using Tidemark.Collector.Query.Lists;

namespace Tidemark.Collector.IntegrationTests.Query;

public sealed class ListTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    internal static readonly ListDefinition[] All =
    [
        SessionList.Definition, ConversationList.Definition, OperationList.Definition, EventList.Definition, LedgerList.Definition,
        WindowList.Now, WindowList.History, InsightList.Definition,
    ];

    [Fact]
    public async Task Columns_OfEachList_AreTheViews()
    {
        foreach (var list in All)
        {
            var view = list.View.Split('.')[1];
            var columns =
                await api.Collector.Database.ScalarAsync<string[]>(
                    "SELECT array_agg(column_name::text ORDER BY ordinal_position) FROM information_schema.columns WHERE table_schema = 'tidemark' "
                        + $"AND table_name = '{view}'");
            Assert.Equal(columns, list.Columns.Select(column => column.Name));
        }
    }

    [Theory]
    [InlineData("started_at")]
    [InlineData("-started_at")]
    [InlineData("-last_seen_at")]
    [InlineData("-cost_usd")]
    [InlineData("total_tokens")]
    [InlineData("-operations")]
    [InlineData("errors")]
    [InlineData("-duration_ms")]
    [InlineData("context_ratio")]
    public async Task Sessions_PageByPage_GiveEachOnceInOrder(string sort)
    {
        var column = sort.TrimStart('-');
        var direction = sort.StartsWith('-') ? "DESC" : "ASC";
        var expected =
            await api.Collector.Database.ScalarAsync<string[]>(
                "SELECT array_agg(session_id ORDER BY "
                    + $"coalesce({column}::text::{(column.EndsWith("_at", StringComparison.Ordinal) ? "timestamptz" : "numeric")}, "
                    + $"{(column.EndsWith("_at", StringComparison.Ordinal) ? "'epoch'" : "0")}) {direction}, session_id {direction}) FROM tidemark.sessions");

        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = await api.JsonAsync($"/api/sessions?sort={sort}&limit=5{(after is null ? "" : $"&after={after}")}");
            Assert.InRange(page.GetProperty("items").GetArrayLength(), 1, 5);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("session_id").GetString()!));
            after = page.GetProperty("next").GetString();
        }
        while (after is not null);

        Assert.Equal(expected, seen);
    }

    [Theory]
    [InlineData("/api/sessions?session=session-03&session=session-04", 2)]
    [InlineData("/api/sessions?status=ended", 0)]
    [InlineData("/api/sessions?model=kimi-k2-0905-preview&limit=1000", ApiFixture.Sessions)]
    [InlineData("/api/sessions?inferred=true", 0)]
    [InlineData("/api/sessions?to=2020-01-01T00:00:00Z", 0)]
    [InlineData("/api/events?service=elsewhere&agent=agent-1&limit=1000", ApiFixture.Events / 3)]
    [InlineData("/api/events?type=session_created&limit=1000", ApiFixture.Sessions)]
    [InlineData("/api/ledger?signal=logs", 0)]
    [InlineData("/api/ledger?source=default&signal=traces", 1)]
    [InlineData("/api/insights?insight=no-such-rule", 0)]
    public async Task List_Filtered_GivesWhatPasses(string path, int expected)
    {
        var page = await api.JsonAsync(path);

        Assert.Equal(expected, page.GetProperty("items").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, page.GetProperty("next").ValueKind);
    }

    [Theory]
    [InlineData("/api/sessions?colour=red", "colour")]
    [InlineData("/api/sessions?status=asleep", "asleep")]
    [InlineData("/api/sessions?sort=session_id;drop", "session_id;drop")]
    [InlineData("/api/sessions?limit=0", "limit")]
    [InlineData("/api/sessions?limit=1001", "1000")]
    [InlineData("/api/sessions?after=%21", "after")]
    [InlineData("/api/sessions?after=bm9uc2Vuc2U", "after")]
    [InlineData("/api/sessions?from=yesterday", "from")]
    [InlineData("/api/sessions?inferred=perhaps", "inferred")]
    [InlineData("/api/sessions?format=xml", "xml")]
    [InlineData("/api/windows?window=long", "window")]
    [InlineData("/api/health?window=61", "61")]
    [InlineData("/api/health?colour=red", "colour")]
    public async Task List_AskedForSomethingUnknown_SaysWhat(string path, string named)
    {
        using var response = await api.GetAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(
            named, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_CursorOfAnotherOrder_IsRefused()
    {
        var next = (await api.JsonAsync("/api/sessions?limit=1&sort=operations")).GetProperty("next").GetString();

        using var response = await api.GetAsync($"/api/sessions?limit=1&sort=errors&after={next}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task List_CursorWithForgedValue_IsRefusedAsTheClientsFault()
    {
        var forged = new Cursor("-started_at", "no moment at all", "x").ToString();

        using var response = await api.GetAsync($"/api/sessions?after={forged}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Operations_OfOneSession_AreListedAlone()
    {
        var page = await api.JsonAsync("/api/sessions/session-05/operations?kind=inference");

        Assert.Equal(6, page.GetProperty("items").GetArrayLength());
        Assert.All(page.GetProperty("items").EnumerateArray(), one => Assert.Equal("session-05", one.GetProperty("session_id").GetString()));
        Assert.Equal(120, page.GetProperty("items")[0].GetProperty("total_tokens").GetInt64());
    }
}
