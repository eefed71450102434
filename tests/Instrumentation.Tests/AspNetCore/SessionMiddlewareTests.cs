using Microsoft.AspNetCore.Builder;
using OpenTelemetry;
using Tidemark.Instrumentation.Tests.Testing;

namespace Tidemark.Instrumentation.Tests.AspNetCore;

public sealed class SessionMiddlewareTests : IAsyncLifetime, IDisposable
{
    private readonly WebApp _app = new();
    private readonly HttpClient _http = new();

    public Task InitializeAsync()
    {
        _app.WithTidemark();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    public void Dispose() => _http.Dispose();

    [Theory]
    [InlineData("callback", "from-callback")]
    [InlineData("header", "from-header")]
    [InlineData("cookie", "from-cookie")]
    [InlineData("claim", "from-claim")]
    [InlineData("none", "")]
    public async Task Request_NamedBy_IsOfThatSession(string reported, string expected)
    {
        var answer = await AskAsync(options =>
        {
            options.Session = reported == "callback" ? static context => $"from-callback" : null;
            options.Header = reported is "header" or "callback" ? "X-My-Session" : null;
            options.Cookie = reported == "cookie" ? "my-session" : null;
            options.Claim = reported == "claim" ? "sid" : null;
        });

        Assert.Equal(expected, answer);
    }

    [Theory]
    [InlineData("X-Session-Id", "s-42", "s-42")]
    [InlineData("X-Session-Id", "", "")]
    [InlineData("X-Session-Id", "0123456789", "")]
    [InlineData("X-Session-Id", "a\tb", "")]
    public async Task Request_Header_IsTakenWhenItHasTheFormOfAnId(string header, string value, string expected)
    {
        _http.DefaultRequestHeaders.TryAddWithoutValidation(header, value);

        Assert.Equal(expected, await AskAsync(static options => options.MaxLength = 8));
    }

    [Fact]
    public async Task Request_CallbackThrows_NextSourceCounts()
    {
        Assert.Equal("from-claim", await AskAsync(static options =>
        {
            options.Session = static _ => throw new InvalidOperationException("the app's own trouble");
            options.Claim = "sid";
        }));
    }

    [Fact]
    public async Task Request_InASession_ItsSpanAndOperationsAreTheSessions()
    {
        var id = Guid.NewGuid().ToString();
        _http.DefaultRequestHeaders.Add("X-Session-Id", id);
        _http.DefaultRequestHeaders.Add("X-Conversation-Id", "c-1");
        await AskAsync(static options => options.UserClaim = "sub");

        var spans = _app.Exported.All.Where(span => span.Text("session.id") == id).ToArray();
        Assert.Equal(["Tidemark.Instrumentation", "Microsoft.AspNetCore"], spans.Select(span => span.Source.Name));
        Assert.All(spans, span => Assert.Equal(("u-7", "c-1"), (span.Text("user.id"), span.Text("gen_ai.conversation.id"))));
    }

    [Fact]
    public async Task UseTidemarkSessions_WithoutAddTidemark_DoesNothing()
    {
        await using var plain = new WebApp();
        var address = await plain.StartAsync(static () => Task.FromResult("answered"));

        Assert.Equal("answered", await _http.GetStringAsync(address));
    }

    /// <summary>The session of a request, as chosen by the app.</summary>
    private async Task<string> AskAsync(Action<TidemarkSessionOptions> configure)
    {
        var address = await _app.StartAsync(
            async () =>
            {
                await Task.Yield();
                _app.Tidemark.Current.StartTool("search").Dispose();
                return _app.Tidemark.Current.Id ?? string.Empty;
            },
            configure);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("X-My-Session", "from-header");
        request.Headers.Add("Cookie", "my-session=from-cookie");
        using var response = await _http.SendAsync(request);
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }
}
