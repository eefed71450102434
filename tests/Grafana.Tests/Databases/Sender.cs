using System.Net.Http.Headers;

namespace Tidemark.Grafana.Tests.Databases;

/// <summary>Sends requests to a collector over OTLP/HTTP and insists that they are accepted, in part at least.</summary>
internal sealed class Sender(Uri collector) : IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = collector, Timeout = TimeSpan.FromSeconds(60) };

    public Task TracesAsync(byte[] body) => PostAsync("/v1/traces", body);

    public Task MetricsAsync(byte[] body) => PostAsync("/v1/metrics", body);

    public Task LogsAsync(byte[] body) => PostAsync("/v1/logs", body);

    public void Dispose() => _client.Dispose();

    private async Task PostAsync(string path, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-protobuf");
        using var response = await _client.PostAsync(new Uri(path, UriKind.Relative), content);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode} {await response.Content.ReadAsStringAsync()}");
    }
}
