using Tidemark.Collector.Pipeline.Pricing;
using Tidemark.Collector.Recognise.Prices;
using Tidemark.Collector.Store.Maintenance;
using Tidemark.Collector.Tests.Recognise.Testing;
using Tidemark.Testing;

namespace Tidemark.Collector.Tests.Pipeline;

public sealed class PriceReportTests
{
    private static readonly PriceReport Report = new(PriceCatalogue.Load(new()), new FakeTime(Telemetry.Start));

    [Theory]
    [InlineData("openai", "gpt-4o", 5, 5, "openai\tgpt-4o\t5\tthe calls report no usage")]
    [InlineData("openai", "gpt-4o", 5, 0, "openai\tgpt-4o\t5\tnow has a price; run collector reprice to price its calls")]
    [InlineData("house", "llama", 5, 2, "house\tllama\t5\tno price for this name; add one to Tidemark:Prices:File; 2 of them report no usage")]
    [InlineData(
        "openrouter", "deepseek/deepseek-chat:free", 1, 0, "openrouter\tdeepseek/deepseek-chat:free\t1\ta free variant: only reported cost is used")]
    [InlineData("", "", 1, 0, "-\t-\t1\tthe calls name no model")]
    public void Of_UnpricedCalls_SaysWhy(string provider, string model, long calls, long withoutUsage, string expected) =>
        Assert.Equal(expected, Report.Of(new UnpricedCalls(provider, model, calls, withoutUsage)));

    [Fact]
    public void Of_Model_ShowsItsPriceAndSource()
    {
        var line = Report.Of("aws.bedrock", "us.anthropic.claude-sonnet-4-5-20250929-v1:0");

        Assert.StartsWith(
            "us.anthropic.claude-sonnet-4-5-20250929-v1:0: anthropic/claude-sonnet-4-5@2020-01-01, 3 USD in, 15 USD out", line, StringComparison.Ordinal);
        Assert.Contains("https://", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        """{"gpt-x": {"litellm_provider": "openai", "input_cost_per_token": 1e-06, "output_cost_per_token": 2e-06}}""", true, "LiteLLM prices: 1 prices")]
    [InlineData("""{"openai": {"models": {"gpt-x": {"cost": {"input": 1, "output": 2}, "limit": {"context": 9}}}}}""", true, "models.dev prices: 1 prices")]
    [InlineData("""{"gpt-x": {"litellm_provider": "openai", "input_cost_per_token": "one"}}""", false, "$['gpt-x'].input_cost_per_token")]
    [InlineData("{\n  \"a\": oops\n}", false, "line 2")]
    public void TryRead_File_NamesFormatOrPlace(string json, bool isReadable, string expected)
    {
        using var directory = new TemporaryDirectory();
        var file = Path.Combine(directory.Path, "own.json");
        File.WriteAllText(file, json);

        Assert.Equal(isReadable, PriceReport.TryRead(file, out var message));
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }
}
