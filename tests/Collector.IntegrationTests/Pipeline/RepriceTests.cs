using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;
using Tidemark.Testing.Otlp;
using Tidemark.Testing.Processes;

namespace Tidemark.Collector.IntegrationTests.Pipeline;

public sealed class RepriceTests
{
    private const string Book =
        """{"providers":[{"provider":"moonshot_ai","cache":"inclusive","source":"test","models":[{"model":"kimi-k2-0905-preview","input":1000,"output":2000}]}]}""";

    [Fact]
    public async Task Reprice_OtherPrices_ChangesOperationsSessionsAndRollupsTogether()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        await collector.SendAsync(OtlpProtobuf.Traces([.. Calls.Inferences(50)
            .Select(call => call with { Attributes = [.. call.Attributes, new("user.id", "u-1")] })]));
        var before = await CostsAsync(collector);
        using var directory = new TemporaryDirectory();
        var file = Path.Combine(directory.Path, "prices.json");
        await File.WriteAllTextAsync(file, Book);
        var settings = new Dictionary<string, string>
        {
            ["ConnectionStrings__Tidemark"] = collector.Database.ConnectionString,
            ["Tidemark__Prices__File"] = file,
        };

        var dry = (await CollectorExecutable.RunAsync(settings, "reprice", "--from", "2020-01-01", "--to", "2100-01-01", "--dry-run")).Output;

        Assert.Contains("50 calls would change. Nothing was written.", dry, StringComparison.Ordinal);
        Assert.Equal(before, await CostsAsync(collector));

        var real = (await CollectorExecutable.RunAsync(settings, "reprice", "--from", "2020-01-01", "--to", "2100-01-01")).Output;

        Assert.Contains("50 calls changed.", real, StringComparison.Ordinal);
        const decimal each = ((100 * 1000m) + (20 * 2000m)) / 1_000_000m;
        Assert.Equal([50 * each, 50 * each, 50 * each, 50 * each, 50 * each, 50 * each], await CostsAsync(collector));
        await collector.AssertStoredAsync(50, 50 * Calls.TokensEach);
        Assert.Contains(
            "0 calls changed.", (await CollectorExecutable.RunAsync(settings, "reprice", "--from", "2020-01-01", "--to", "2100-01-01")).Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reprice_BadArguments_TellsHowItIsUsed() =>
        Assert.Contains(
            "Usage: collector reprice", (await CollectorExecutable.RunAsync(new Dictionary<string, string>(), "reprice", "--from", "yesterday")).Output,
            StringComparison.Ordinal);

    private static async Task<decimal[]> CostsAsync(CollectorUnderTest collector)
    {
        var costs = new List<decimal>
        {
            await collector.Database.ScalarAsync<decimal>("SELECT sum(cost_usd) FROM tidemark.operations"),
            await collector.Database.ScalarAsync<decimal>("SELECT sum(cost_usd) FROM tidemark.sessions"),
            await collector.Database.ScalarAsync<decimal>("SELECT cost_usd FROM tidemark.users"),
        };
        foreach (var tier in new[] { 10, 300, 3600 })
        {
            costs.Add(await collector.Database.ScalarAsync<decimal>(
                $"SELECT sum(cost_usd) FROM {CountedRows.Of(tier)}"));
        }

        return [.. costs];
    }
}
