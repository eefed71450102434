using System.Text.Json;

namespace Tidemark.Benchmarks.Ingest;

/// <summary>What the collector tells of its own process at <c>/api/process</c>.</summary>
internal sealed record CollectorFigures(long AllocatedBytes, long ResidentBytes)
{
    public static async Task<CollectorFigures> ReadAsync(Uri api, CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        await using var body = await client.GetStreamAsync(new Uri(api, "/api/process"), cancellationToken);
        using var json = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
        return new CollectorFigures(json.RootElement.GetProperty("allocated_bytes").GetInt64(), json.RootElement.GetProperty("resident_bytes").GetInt64());
    }
}
