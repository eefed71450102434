using System.Net;
using Tidemark.Testing.Processes;

namespace Tidemark.Collector.IntegrationTests.Testing;

/// <summary>Sends as an exporter does, with retries for up to a minute.</summary>
internal static class PatientExporter
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Requires an acknowledgement, and otherwise fails with the collector's output.</summary>
    public static async Task SendAsync(HttpClient client, CollectorProcess collector, byte[] body, string path = "/v1/traces")
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new("application/x-protobuf");
            using var response = await client.PostAsync(new Uri(collector.Http, path), content);
            if (response.StatusCode == HttpStatusCode.ServiceUnavailable && TimeProvider.System.GetElapsedTime(started) < Patience)
            {
                await Task.Delay(response.Headers.RetryAfter?.Delta ?? TimeSpan.Zero, TimeProvider.System);
                continue;
            }

            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{response.StatusCode}: {await response.Content.ReadAsStringAsync()}\n{collector.Output}");
            Assert.Empty(await response.Content.ReadAsByteArrayAsync());
            return;
        }
    }
}
