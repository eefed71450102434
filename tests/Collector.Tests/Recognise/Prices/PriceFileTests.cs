using System.Text;
using Tidemark.Collector.Recognise.Prices;
using Tidemark.Collector.Tests.Recognise.Testing;

namespace Tidemark.Collector.Tests.Recognise.Prices;

public class PriceFileTests
{
    private const string Own = """
        {
          "read": "2026-11-01", // mine
          "providers": [
            { "provider": "openai", "models": [ { "model": "gpt-4o", "input": 1, "output": 2, "context": 64000, "source": "contract 7" } ] },
            { "provider": "house", "source": "https://prices.example.com", "models": [
                { "model": "llama*", "input": 0.1, "output": 0.2, "from": "2026-01-01" },
                { "model": "llama*", "input": 0.05, "output": 0.1, "from": "2026-06-01" } ] }
          ]
        }
        """;

    [Fact]
    public void Overlay_OwnPrices_ReplaceAndAdd()
    {
        var book = PriceCatalogue.Overlay(
            Read(
                """{"providers":[{"provider":"openai","models":[{"model":"gpt-4o","input":2.5,"output":10,"cache_read":1.25},{"model":"gpt-4o","input":9,"output":9,"from":"2026-08-01"},{"model":"o3","input":2,"output":8}]}]}"""), Read(Own));

        var replaced = book.Find("openai", "gpt-4o-2024-08-06")!.At(Telemetry.Start)!;
        Assert.Equal((new Rates(1, 2, null, null), 64_000, "contract 7"), (replaced.Rates, replaced.ContextMax!.Value, replaced.Source));
        Assert.Equal(2, book.Find("openai", "o3")!.At(Telemetry.Start)!.Rates!.Input);
        Assert.Equal(0.05m, book.Find("house", "llama-3.3-70b")!.At(Telemetry.Start)!.Rates!.Input);
        Assert.Equal(0.1m, book.Find("house", "llama-3.3-70b")!.At(new DateTime(2026, 5, 31, 0, 0, 0, DateTimeKind.Utc))!.Rates!.Input);
        Assert.Equal("https://prices.example.com (2026-11-01)", book.Find("house", "llama")!.At(Telemetry.Start)!.Source);
    }

    [Theory]
    [InlineData("not json", "is not valid JSON")]
    [InlineData("{}", "no list 'providers'")]
    [InlineData("""{"providers":[{"models":[]}]}""", "no 'provider'")]
    [InlineData("""{"providers":[{"provider":"p","cache":"maybe","models":[]}]}""", "p: 'cache' is neither inclusive nor additive")]
    [InlineData("""{"providers":[{"provider":"p","models":[{"input":1,"output":1}]}]}""", "no 'model'")]
    [InlineData("""{"providers":[{"provider":"p","models":[{"model":"m","input":1}]}]}""", "p/m: 'input' and 'output' are needed")]
    [InlineData("""{"providers":[{"provider":"p","models":[{"model":"m","input":-1,"output":1}]}]}""", "p/m: 'input' is not a number")]
    [InlineData("""{"providers":[{"provider":"p","models":[{"model":"m","input":"1","output":1}]}]}""", "p/m: 'input' is not a number")]
    [InlineData("""{"providers":[{"provider":"p","models":[{"model":"m","input":1,"output":1,"from":"soon"}]}]}""", "p/m: 'from' is not a date")]
    [InlineData(
        """{"providers":[{"provider":"p","models":[{"model":"m","input":1,"output":1},{"model":"m","input":2,"output":2}]}]}""",
        "p/m@2020-01-01 is listed twice")]
    public void Read_Mistakes_AreReported(string json, string expected)
    {
        var error = Assert.Throws<InvalidDataException>(() => Read(json));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains("own.json", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_InferredNumbers_AreNamedInTheSource()
    {
        var prices =
            Read(
                """{"read":"2026-11-20","providers":[{"provider":"p","source":"page","models":[{"model":"m","input":1,"output":2,"long":{"above":9,"input":2,"output":3,"inferred":["input","output"]}}]}]}""");

        Assert.Equal("page (2026-11-20); inferred: long input, long output", prices.Prices.Single().Source);
    }

    [Fact]
    public void Read_SeveralMistakes_AreReportedTogether()
    {
        var error =
            Assert.Throws<InvalidDataException>(() => Read("""{"providers":[{"provider":"p","models":[{"model":"a","input":1},{"model":"b","output":1}]}]}"""));

        Assert.Contains("p/a", error.Message, StringComparison.Ordinal);
        Assert.Contains("p/b", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_MissingFile_FailsWithWhatToDo()
    {
        var result = new PriceOptionsValidator().Validate(null, new PriceOptions { File = "no-such-file.json" });

        Assert.True(result.Failed);
        Assert.Contains("Tidemark:Prices:File", result.FailureMessage, StringComparison.Ordinal);
    }

    private static PriceFileContent Read(string json) => PriceFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)), "own.json");
}
