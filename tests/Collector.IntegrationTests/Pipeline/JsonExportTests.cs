using System.Globalization;
using System.Net;
using System.Text;
using Tidemark.Collector.IntegrationTests.Testing;

namespace Tidemark.Collector.IntegrationTests.Pipeline;

public sealed class JsonExportTests
{
    [Fact]
    public async Task Export_HandWrittenJson_StoresWhatItSays()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        var start = TimeProvider.System.GetUtcNow().AddMinutes(-1).ToUnixTimeMilliseconds() * 1_000_000;
        var json = $$$"""
            {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"by-hand"}}]},
              "scopeSpans":[{"scope":{"name":"curl"},"spans":[
                {"traceId":"5B8EFFF798038103D269B633813FC60C","spanId":"eee19b7ec3c1b174","name":"chat gpt-5-mini","kind":3,
                 "startTimeUnixNano":"{{{start.ToString(CultureInfo.InvariantCulture)}}}","endTimeUnixNano":"{{{(start + 1_500_000_000).ToString(CultureInfo.InvariantCulture)}}}",
                 "attributes":[
                   {"key":"gen_ai.operation.name","value":{"stringValue":"chat"}},
                   {"key":"gen_ai.system","value":{"stringValue":"openai"}},
                   {"key":"gen_ai.request.model","value":{"stringValue":"gpt-5-mini"}},
                   {"key":"session.id","value":{"stringValue":"json-1"}},
                   {"key":"gen_ai.usage.prompt_tokens","value":{"intValue":"70"}},
                   {"key":"gen_ai.usage.completion_tokens","value":{"intValue":30}}],
                 "status":{}}]}]}]}
            """;

        using var response = await collector.PostAsync("/v1/traces", Encoding.UTF8.GetBytes(json), "application/json");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        await collector.AssertStoredAsync(1, 100);
        Assert.Equal(
            "5b8efff798038103d269b633813fc60c eee19b7ec3c1b174 by-hand openai gpt-5-mini json-1 1500",
            await collector.Database.ScalarAsync<string>(
                "SELECT concat_ws(' ', trace_id, span_id, service, provider, request_model, session_id, duration_ms) FROM tidemark.operations"));
    }
}
