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
        ["google.vertex"] = "gcp.vertex_ai",
        ["google-vertex"] = "gcp.vertex_ai",
        ["google_vertexai"] = "gcp.vertex_ai",
        ["google_genai"] = "gcp.gen_ai",
        ["google.generative-ai"] = "gcp.gemini",
        ["gcp.gemini"] = "gcp.gemini",
        ["gcp.gen_ai"] = "gcp.gen_ai",
        ["gcp.vertex_ai"] = "gcp.vertex_ai",
        ["azure.ai.openai"] = "azure.ai.openai",
        ["azure.ai.inference"] = "azure.ai.inference",
        ["aws.bedrock"] = "aws.bedrock",
        ["ibm.watsonx.ai"] = "ibm.watsonx.ai",
        ["azure-openai"] = "azure.ai.openai",
        ["amazon-bedrock"] = "aws.bedrock",
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

    /// <summary>OTel's own values that are one word.</summary>
    private static readonly HashSet<string> Known =
        ["anthropic", "cohere", "deepseek", "groq", "mistral_ai", "moonshot_ai", "openai", "perplexity", "x_ai"];

    public static string Fold(string provider)
    {
        var lower = provider.ToLowerInvariant();
        if (Aliases.TryGetValue(lower, out var name)) return name;
        // "openai.chat", "anthropic.messages": the provider and which of its interfaces.
        var first = lower.Split('.')[0];
        if (Aliases.TryGetValue(first, out name)) return name;
        return Known.Contains(first) ? first : lower;
    }
}
