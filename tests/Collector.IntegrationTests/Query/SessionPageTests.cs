using System.Net;
using System.Text.Json;

namespace Tidemark.Collector.IntegrationTests.Query;

public sealed class SessionPageTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Session_Known_HasItsTotalsOperationsAndEvents()
    {
        var session = await api.JsonAsync("/api/sessions/session-09");

        Assert.Equal("session-09", session.GetProperty("session_id").GetString());
        Assert.Equal(11, session.GetProperty("operations").GetArrayLength());
        Assert.Equal(10 * 120, session.GetProperty("total_tokens").GetInt64());
        Assert.Contains(session.GetProperty("events").EnumerateArray(), one => one.GetProperty("event_type").GetString() == "session_created");
        Assert.Contains(session.GetProperty("events").EnumerateArray(), one => one.GetProperty("event_type").GetString() == "operation_failed");
        Assert.Equal(JsonValueKind.Null, session.GetProperty("operations_next").ValueKind);
    }

    [Fact]
    public async Task Session_NameThatNeedsCare_IsFound()
    {
        var name = Uri.EscapeDataString("odd/name |\"x\", `y`");

        Assert.Equal("odd/name |\"x\", `y`", (await api.JsonAsync($"/api/sessions/{name}")).GetProperty("session_id").GetString());
        Assert.StartsWith("# Session `odd/name  \"x\",  y `", await api.TextAsync($"/api/sessions/{name}/report"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/sessions/unknown")]
    [InlineData("/api/sessions/unknown/report")]
    [InlineData("/api/nothing")]
    public async Task Session_Unknown_IsNotFound(string path)
    {
        using var response = await api.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Report_Known_TellsWhatHappened()
    {
        var report = await api.TextAsync("/api/sessions/session-12/report");

        Assert.StartsWith("# Session `session-12`", report, StringComparison.Ordinal);
        Assert.Contains("| Operations | 14, of which 1 failed; 13 model calls; 1 tool calls |", report, StringComparison.Ordinal);
        Assert.Contains("| Tokens | 1,300 in, 260 out |", report, StringComparison.Ordinal);
        Assert.Contains("| `kimi-k2-0905-preview` | 13 | 0 | 250 | 250 | 1,300 | 0 | 260 |", report, StringComparison.Ordinal);
        Assert.Contains("| tool | `search` | 1 | 1 | 2.0 | 2,000 |", report, StringComparison.Ordinal);
        Assert.DoesNotContain("| User |", report, StringComparison.Ordinal);
        Assert.Contains("| `timeout` |", report, StringComparison.Ordinal);
        Assert.Contains("| session_created | info |", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_OfEverything_ScoresWhatIsStored()
    {
        var health = await api.JsonAsync("/api/health?window=3600");
        var ofUnknown = await api.JsonAsync("/api/health?window=3600&service=unknown");

        Assert.InRange(health.GetProperty("health_score").GetDouble(), 50, 99.9);
        Assert.True(health.GetProperty("errors").GetInt64() > 0);
        Assert.Equal(JsonValueKind.Null, ofUnknown.GetProperty("health_score").ValueKind);
        Assert.Equal(0, ofUnknown.GetProperty("operations").GetInt64());
    }
}
