using System.Text.Json;

namespace Tidemark.Benchmarks.Ingest;

/// <summary>What the collector tells of its own process at <c>/healthz?verbose</c>.</summary>
internal sealed record CollectorFigures(long AllocatedBytes, long WorkingSetBytes)
{
    public static async Task<CollectorFigures> ReadAsync(Uri api, CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        await using var body = await client.GetStreamAsync(new Uri(api, "/healthz?verbose"), cancellationToken);
        using var json = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
        return new CollectorFigures(json.RootElement.GetProperty("allocated_bytes").GetInt64(), json.RootElement.GetProperty("working_set_bytes").GetInt64());
    }
}
