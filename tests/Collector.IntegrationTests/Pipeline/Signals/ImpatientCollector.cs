using System.Net;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;

namespace Tidemark.Collector.IntegrationTests.Pipeline.Signals;

/// <summary>A collector with short waits for all cases; each case has its own service and session.</summary>
public sealed class ImpatientCollector : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["Tidemark:Pipeline:UsageWait"] = "00:00:02",
        ["Tidemark:Pipeline:BindingWait"] = "00:00:01",
        ["Tidemark:Pipeline:SettleInterval"] = "00:00:00.2",
    };

    private CollectorUnderTest? _collector;

    private CollectorUnderTest Collector => _collector ?? throw new InvalidOperationException("Not started.");

    public async Task InitializeAsync() => _collector = await CollectorUnderTest.StartAsync(Settings);

    public Task DisposeAsync() => Collector.DisposeAsync().AsTask();

    /// <summary>Sends with retries, as exporters do, and waits until no trace is queued.</summary>
    internal async Task SendAsync(IEnumerable<(string Path, byte[] Body)> requests)
    {
        foreach (var (path, body) in requests) await Eventually.TrueAsync(() => IsTakenAsync(path, body), TimeSpan.FromMinutes(2));

        await Settled.Async(Collector);
    }

    private async Task<bool> IsTakenAsync(string path, byte[] body)
    {
        using var response = await Collector.PostAsync(path, body);
        if (response.StatusCode == HttpStatusCode.ServiceUnavailable) return false;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        return true;
    }

    internal Task<long> CountAsync(string sql) => Collector.Database.ScalarAsync<long>(sql);

    /// <summary>Totals of a service's operations without mirrors: by rows, sessions and rollups, which must be equal.</summary>
    internal async Task<string[]> SumsAsync(string service)
    {
        const string sums = "concat_ws(' | ', coalesce(sum(operations), 0), coalesce(sum(input_tokens), 0), coalesce(sum(output_tokens), 0), "
            + "coalesce(sum(cache_read_tokens), 0), "
            + "coalesce(sum(cache_write_tokens), 0), coalesce(sum(reasoning_tokens), 0), trim_scale(coalesce(sum(cost_usd), 0)))";
        return
        [
            await TextAsync(
                $"SELECT {sums} FROM (SELECT 1 AS operations, o.* FROM tidemark.operations o WHERE mirror_of IS NULL) o WHERE service = '{service}'"),
            await TextAsync($"SELECT {sums} FROM tidemark.sessions WHERE service = '{service}'"),
            await TextAsync($"SELECT {sums} FROM tidemark.stats(now() - interval '1 hour', now() + interval '1 hour', 'service') WHERE label = '{service}'"),
        ];
    }

    internal Task<string> TextAsync(string sql) => Collector.Database.ScalarAsync<string>(sql);

    internal Task<decimal> DecimalAsync(string sql) => Collector.Database.ScalarAsync<decimal>(sql);
}
