using System.Text.Json.Nodes;

namespace Tidemark.Benchmarks.Live;

/// <summary>The collector's resident memory, from its own metrics.</summary>
internal sealed class Resident(Uri api) : IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = api };

    public async Task<double> MegabytesAsync(CancellationToken cancellationToken)
    {
        var process = JsonNode.Parse(await _client.GetStringAsync(new Uri("/api/process", UriKind.Relative), cancellationToken));
        return process!["resident_bytes"]!.GetValue<long>() / 1e6;
    }

    /// <summary>The highest value until cancelled.</summary>
    public async Task<double> PeakAsync(CancellationToken until)
    {
        var peak = 0.0;
        try
        {
            while (true)
            {
                peak = Math.Max(peak, await MegabytesAsync(until));
                await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System, until);
            }
        }
        catch (OperationCanceledException)
        {
            return peak;
        }
    }

    public void Dispose() => _client.Dispose();
}
