using System.Net;
using System.Text.Json;
using Tidemark.Collector.IntegrationTests.Publish;
using Tidemark.Collector.IntegrationTests.Testing;

namespace Tidemark.Collector.IntegrationTests.Query;

public sealed class ExportTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Ndjson_AllEvents_IsTheTable()
    {
        var lines = (await api.TextAsync("/api/events?format=ndjson&sort=event_id")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        var expected = await EventTable.IdsAsync(api.Collector.Database);
        Assert.Equal(expected, lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("event_id").GetInt64()));
        Assert.True(expected.Count > ApiFixture.Events);
    }

    [Fact]
    public async Task Csv_AllSessions_HasHeaderAndEveryRowAndQuotesWhatNeedsIt()
    {
        using var response = await api.GetAsync("/api/sessions?format=csv");
        var lines = (await response.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("sessions.csv", response.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        Assert.StartsWith("session_id,service,environment,", lines[0], StringComparison.Ordinal);
        Assert.Equal(ApiFixture.Sessions + 1, lines.Length);
        Assert.Contains(lines, line => line.StartsWith("\"odd/name |\"\"x\"\", `y`\",", StringComparison.Ordinal));
        Assert.Contains("\"[\"\"kimi-k2-0905-preview\"\"]\"", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_WithLimit_GivesThatMany()
    {
        Assert.Equal(7, (await api.TextAsync("/api/events?format=ndjson&limit=7")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Export_MoreThanFitsInMemory_StreamsAndIsHeldBackByTheReader()
    {
        await using var collector = await CollectorUnderTest.StartAsync(new Dictionary<string, string>
        {
            ["Tidemark:Query:Exports"] = "1",
            // By the runtime's limit, because resident memory depends on garbage collection.
            ["DOTNET_GCHeapHardLimit"] = "0x6000000",
        });
        await EventTable.AddAsync(collector.Database, 40_000, messageLength: 4_000);
        using var client = new HttpClient { BaseAddress = collector.Process.Api };

        using var export = await client.GetAsync(new Uri("/api/events?format=ndjson", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        await using var body = await export.Content.ReadAsStreamAsync();
        await body.ReadExactlyAsync(new byte[1024]);

        // The reader stops: the collector waits, with its only export running.
        using var second = await client.GetAsync(new Uri("/api/events?format=csv", UriKind.Relative));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, second.StatusCode);
        Assert.NotNull(second.Headers.RetryAfter);

        var length = 1024L;
        try
        {
            var buffer = new byte[64 * 1024];
            while (await body.ReadAsync(buffer) is > 0 and var count) length += count;
        }
        catch (IOException exception)
        {
            Assert.Fail($"Cut off after {length} bytes: {exception.Message}\n{collector.Process.Output}");
        }

        Assert.True(length > 160_000_000, $"{length} bytes");
        Assert.False(collector.Process.HasExited);
    }
}
