using System.Net;
using System.Net.Http.Headers;
using Tidemark.Testing;

namespace Tidemark.Grafana.Tests.Databases;

/// <summary>Sends requests to a collector over OTLP/HTTP, with retries, and fails unless they are accepted, at least partly.</summary>
internal sealed class Sender(Uri collector) : IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = collector, Timeout = TimeSpan.FromMinutes(5) };

    public Task TracesAsync(byte[] body) => PostAsync("/v1/traces", body);

    public Task MetricsAsync(byte[] body) => PostAsync("/v1/metrics", body);

    public Task LogsAsync(byte[] body) => PostAsync("/v1/logs", body);

    public void Dispose() => _client.Dispose();

    // A collector on a busy machine may ask senders to retry.
    private Task PostAsync(string path, byte[] body) => Eventually.TrueAsync(() => IsTakenAsync(path, body), TimeSpan.FromMinutes(5));

    private async Task<bool> IsTakenAsync(string path, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-protobuf");
        using var response = await _client.PostAsync(new Uri(path, UriKind.Relative), content);
        if (response.StatusCode == HttpStatusCode.ServiceUnavailable) return false;
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        return true;
    }
}
