using System.Net.Http.Json;

namespace Tidemark.Instrumentation.Tests.EndToEnd;

/// <summary>A client of the MinimalApi sample, over real HTTP.</summary>
internal sealed class ChatCaller : IDisposable
{
    private readonly HttpClient _http;

    public ChatCaller(string address, string session)
    {
        _http = new HttpClient { BaseAddress = new Uri(address) };
        _http.DefaultRequestHeaders.Add("X-Session-Id", session);
    }

    public async Task<string> AskAsync(string conversation, string text)
    {
        using var response = await _http.PostAsJsonAsync("/chat", new { conversation, text });
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    public async Task LogOutAsync()
    {
        using var response = await _http.PostAsync("/logout", null);
        response.EnsureSuccessStatusCode();
    }

    public void Dispose() => _http.Dispose();
}
