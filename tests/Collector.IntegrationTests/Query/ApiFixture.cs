using System.Globalization;
using System.Text.Json;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Query;

/// <summary>A collector with some sessions, shared by read-only tests.</summary>
public sealed class ApiFixture : IAsyncLifetime, IDisposable
{
    public const int Sessions = 23;
    public const int Events = 1_500;

    private readonly HttpClient _client = new();
    private CollectorUnderTest? _collector;

    internal CollectorUnderTest Collector => _collector!;

    public async Task InitializeAsync()
    {
        _collector = await CollectorUnderTest.StartAsync(new Dictionary<string, string>
        {
            ["Tidemark:Query:CorsOrigins"] = "https://ops.example.com, https://other.example.com",
        });
        _client.BaseAddress = _collector.Process.Api;
        await _collector.SendAsync(OtlpProtobuf.Traces([.. Enumerable.Range(0, Sessions).SelectMany(CallsOf)]));
        await Publish.EventTable.AddAsync(_collector.Database, Events, messageLength: 200);
    }

    public async Task DisposeAsync() => await Collector.DisposeAsync();

    public void Dispose() => _client.Dispose();

    internal async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await _client.SendAsync(request);
    }

    internal async Task<JsonElement> JsonAsync(string path)
    {
        using var response = await GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {text}\n{Collector.Process.Output}");
        return JsonDocument.Parse(text).RootElement;
    }

    internal async Task<string> TextAsync(string path)
    {
        using var response = await GetAsync(path);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode}");
        return await response.Content.ReadAsStringAsync();
    }

    // Session n has n calls, the last one a failing tool; one id has special characters.
    private static IEnumerable<OtlpSpan> CallsOf(int session)
    {
        var name = session == 7 ? "odd/name |\"x\", `y`" : string.Create(CultureInfo.InvariantCulture, $"session-{session:00}");
        var start = (ulong)TimeProvider.System.GetUtcNow().AddMinutes(-session - 1).ToUnixTimeMilliseconds() * 1_000_000;
        for (var i = 0; i <= session; i++) yield return Calls.Inference(name, start + (ulong)i * 1_000_000_000);
        yield return new OtlpSpan
        {
            StartNanos = start,
            EndNanos = start + 2_000_000_000,
            StatusCode = 2,
            Name = "execute_tool search",
            Attributes = new OtlpAttributes
            {
                { "gen_ai.operation.name", "execute_tool" },
                { "gen_ai.tool.name", "search" },
                { "error.type", "timeout" },
                { "session.id", name },
            },
        };
    }
}
