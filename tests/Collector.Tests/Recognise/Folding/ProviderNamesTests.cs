using Tidemark.Collector.Recognise.Folding;

namespace Tidemark.Collector.Tests.Recognise.Folding;

public class ProviderNamesTests
{
    [Theory]
    [InlineData("openai", "openai")]
    [InlineData("OpenAI", "openai")]
    [InlineData("openai.chat", "openai")]
    [InlineData("openai.responses", "openai")]
    [InlineData("az.ai.openai", "azure.ai.openai")]
    [InlineData("az.ai.inference", "azure.ai.inference")]
    [InlineData("azure", "azure.ai.openai")]
    [InlineData("azure.ai.openai", "azure.ai.openai")]
    [InlineData("anthropic.messages", "anthropic")]
    [InlineData("gemini", "gcp.gemini")]
    [InlineData("google.generative-ai", "gcp.gemini")]
    [InlineData("google.vertex.chat", "gcp.gen_ai")]
    [InlineData("vertex_ai", "gcp.vertex_ai")]
    [InlineData("google", "gcp.gen_ai")]
    [InlineData("gcp.gemini", "gcp.gemini")]
    [InlineData("xai", "x_ai")]
    [InlineData("xai.chat", "x_ai")]
    [InlineData("mistralai", "mistral_ai")]
    [InlineData("aws", "aws.bedrock")]
    [InlineData("aws.bedrock", "aws.bedrock")]
    [InlineData("amazon-bedrock", "aws.bedrock")]
    [InlineData("moonshot", "moonshot_ai")]
    [InlineData("ibm.watsonx.ai", "ibm.watsonx.ai")]
    [InlineData("my.own.gateway", "my.own.gateway")]
    [InlineData("github", "github")]
    public void Fold_Name_GivesOpenTelemetrysValue(string name, string expected) => Assert.Equal(expected, ProviderNames.Fold(name));
}
