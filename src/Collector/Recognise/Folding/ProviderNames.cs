namespace Tidemark.Collector.Recognise.Folding;

/// <summary>Names of providers as emitters write them, folded into OTel's <c>gen_ai.provider.name</c> values.</summary>
internal static class ProviderNames
{
    public static readonly IReadOnlyDictionary<string, string> Aliases = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["az.ai.openai"] = "azure.ai.openai",
        ["az.ai.inference"] = "azure.ai.inference",
        ["azure"] = "azure.ai.openai",
        ["azure_openai"] = "azure.ai.openai",
        ["gemini"] = "gcp.gemini",
        ["vertex_ai"] = "gcp.vertex_ai",
        ["vertexai"] = "gcp.vertex_ai",
        ["google"] = "gcp.gen_ai",
        ["xai"] = "x_ai",
        ["mistralai"] = "mistral_ai",
        ["mistral"] = "mistral_ai",
        ["moonshot"] = "moonshot_ai",
        ["moonshotai"] = "moonshot_ai",
        ["aws"] = "aws.bedrock",
        ["bedrock"] = "aws.bedrock",
        ["aws_bedrock"] = "aws.bedrock",
        ["amazon_bedrock"] = "aws.bedrock",
        ["watsonx"] = "ibm.watsonx.ai",
    };

    public static string Fold(string provider)
    {
        var lower = provider.ToLowerInvariant();
        return Aliases.GetValueOrDefault(lower, lower);
    }
}
