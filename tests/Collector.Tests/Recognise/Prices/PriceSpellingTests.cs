using Tidemark.Collector.Recognise.Prices;
using Tidemark.Collector.Tests.Recognise.Testing;

namespace Tidemark.Collector.Tests.Recognise.Prices;

/// <summary>Spellings of models by public SDKs, routers and clouds.</summary>
public class PriceSpellingTests
{
    private static readonly PriceBook Shipped = PriceCatalogue.Load(new());

    /// <summary>Provider, spelling of the model, and the catalogue's name; the file also names where each spelling is documented.</summary>
    public static TheoryData<string, string, string> Spellings
    {
        get
        {
            var spellings = new TheoryData<string, string, string>();
            foreach (var line in File.ReadLines("Recognise/Prices/spellings.tsv").Where(line => !line.StartsWith('#')))
            {
                var cells = line.Split('\t');
                spellings.Add(cells[0] == "-" ? "" : cells[0], cells[1], cells[2]);
            }

            return spellings;
        }
    }

    [Theory]
    [MemberData(nameof(Spellings))]
    public void Find_Spelling_GivesTheModelsPrice(string provider, string model, string expected) =>
        Assert.Equal(expected, Shipped.Find(provider, model)?.At(Telemetry.Start)?.Model);

    [Theory]
    [InlineData("openai", "gpt-4o-transcribe")]
    [InlineData("openai", "gpt-4o-mini-tts")]
    [InlineData("openai", "gpt-5-search-api")]
    [InlineData("openai", "gpt-4o-mini-audio-preview")]
    [InlineData("gcp.gemini", "gemini-2.5-pro-exp-image-generation")]
    [InlineData("gcp.gemini", "gemini-2.5-flash-native-audio-preview-09-2025")]
    [InlineData("gcp.gemini", "gemini-2.5-computer-use-preview-10-2025")]
    [InlineData("anthropic", "claude-fable-5-2")]
    [InlineData("anthropic", "claude-opus-4-9")]
    [InlineData("aws.bedrock", "arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abc123def456")]
    [InlineData("azure.ai.openai", "prod-eu-3")]
    [InlineData("openrouter", "deepseek/deepseek-chat:free")]
    [InlineData("ollama", "deepseek-chat")]
    [InlineData("litellm", "ollama/mistral-small-latest")]
    [InlineData("litellm", "together_ai/deepseek-ai/deepseek-chat")]
    [InlineData("groq", "gpt-4o")]
    [InlineData("openrouter", "nousresearch/hermes-4-405b")]
    public void Find_OtherProductOrHost_HasNoPrice(string provider, string model) => Assert.Null(Shipped.Find(provider, model));

    [Theory]
    [InlineData("openrouter", "anthropic/claude-sonnet-4.5", false)]
    [InlineData("strands-agents", "gpt-4o", false)]
    [InlineData("", "gpt-4o", false)]
    [InlineData("github", "gpt-4o", true)]
    [InlineData("openrouter", "deepseek/deepseek-chat", true)]
    [InlineData("my.own.gateway", "gpt-4o", true)]
    public void Find_ProviderWithPricesOfItsOwn_SaysThatTheMakersWasTaken(string provider, string model, bool expected) =>
        Assert.Equal(expected, Shipped.Find(provider, model)!.IsMakers);

    [Fact]
    public void Find_AnyOtherProduct_NeverHasTheTextModelsPrice()
    {
        string[] products =
        [
            "tts", "audio", "audio-preview", "realtime", "realtime-preview", "image", "image-preview", "transcribe", "embedding", "search-preview", "live",
            "native-audio", "moderation", "vision-next", "mini", "nano", "pro", "ultra", "lite", "turbo", "highspeed", "deep-research", "codex", "coder", "32k",
            "2", "9",
        ];
        string[] versions = ["", "-latest", "-preview", "-001", "-2026-01-31", "-20260131", "-v1:0"];
        var count = 0;
        foreach (var price in Shipped.Prices)
        {
            foreach (var product in products)
            {
                var name = $"{price.Model}-{product}{versions[count++ % versions.Length]}";
                Assert.True(
                    Shipped.Find(price.Provider, name)?.At(Telemetry.Start)?.Model != price.Model, $"{price.Provider} {name} took the price of {price.Model}");
            }
        }
    }

    [Fact]
    public void ContextAt_MillionTokenVariant_IsAMillion()
    {
        Assert.Equal(1_000_000, Shipped.Find("anthropic", "claude-sonnet-4-5[1m]")!.ContextAt(Telemetry.Start));
        Assert.Equal(200_000, Shipped.Find("anthropic", "claude-sonnet-4-5")!.ContextAt(Telemetry.Start));
    }
}
