namespace Tidemark.Collector.Recognise.Normalisation;

/// <summary>Maps names of providers to OTel's <c>gen_ai.provider.name</c> values.</summary>
internal static class ProviderNames
{
    private const string Anthropic = "anthropic";
    private const string AzureInference = "azure.ai.inference";
    private const string AzureOpenAi = "azure.ai.openai";
    private const string Bedrock = "aws.bedrock";
    private const string Gemini = "gcp.gemini";
    private const string GenAi = "gcp.gen_ai";
    private const string Mistral = "mistral_ai";
    private const string Moonshot = "moonshot_ai";
    private const string OpenAi = "openai";
    private const string Vertex = "gcp.vertex_ai";
    private const string Watsonx = "ibm.watsonx.ai";
    private const string Xai = "x_ai";

    /// <summary>By name in lower case, with underscores for hyphens and spaces.</summary>
    public static readonly IReadOnlyDictionary<string, string> Aliases = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["az.ai.openai"] = AzureOpenAi,
        ["az.ai.inference"] = AzureInference,
        ["azure.ai.openai"] = AzureOpenAi,
        ["azure.ai.inference"] = AzureInference,
        ["azure"] = AzureOpenAi,
        ["azure_openai"] = AzureOpenAi,
        ["azure_text"] = AzureOpenAi,
        ["azureopenai"] = AzureOpenAi,
        ["azure_open_ai"] = AzureOpenAi,
        ["azure_ai"] = AzureInference,
        ["azure_ai_foundry"] = AzureInference,
        ["azure_ai_inference"] = AzureInference,
        ["azure_cognitive_services"] = AzureInference,
        ["microsoft_foundry"] = AzureInference,
        ["openai_chat"] = OpenAi,
        ["openai_responses"] = OpenAi,
        ["text_completion_openai"] = OpenAi,
        ["chatopenai"] = OpenAi,
        ["open_ai"] = OpenAi,
        ["chatanthropic"] = Anthropic,
        ["claude"] = Anthropic,
        ["gcp.gemini"] = Gemini,
        ["gcp.gen_ai"] = GenAi,
        ["gcp.vertex_ai"] = Vertex,
        ["gcp_gemini"] = Gemini,
        ["gcp_gen_ai"] = GenAi,
        ["gcp_vertex_ai"] = Vertex,
        ["gemini"] = Gemini,
        ["google_gla"] = Gemini,
        ["google_ai_studio"] = Gemini,
        ["googleai"] = Gemini,
        ["google.generative_ai"] = Gemini,
        ["google_ai_gemini"] = Gemini,
        ["google_genai"] = GenAi,
        ["google"] = GenAi,
        ["vertex"] = Vertex,
        ["vertexai"] = Vertex,
        ["vertex_ai"] = Vertex,
        ["vertex_ai_beta"] = Vertex,
        ["google.vertex"] = Vertex,
        ["google_vertex"] = Vertex,
        ["google_vertexai"] = Vertex,
        ["google_vertex_anthropic"] = Vertex,
        ["google_vertex_ai_gemini"] = Vertex,
        ["google_vertex_ai_anthropic"] = Vertex,
        ["aws.bedrock"] = Bedrock,
        ["aws_bedrock"] = Bedrock,
        ["amazon_bedrock"] = Bedrock,
        ["amazon"] = Bedrock,
        ["aws"] = Bedrock,
        ["bedrock"] = Bedrock,
        ["bedrock_converse"] = Bedrock,
        ["bedrock_mantle"] = Bedrock,
        ["chatbedrock"] = Bedrock,
        ["ibm.watsonx.ai"] = Watsonx,
        ["watsonx"] = Watsonx,
        ["xai"] = Xai,
        ["x.ai"] = Xai,
        ["grok"] = Xai,
        ["mistralai"] = Mistral,
        ["mistral"] = Mistral,
        ["mistral.ai"] = Mistral,
        ["moonshot"] = Moonshot,
        ["moonshotai"] = Moonshot,
        ["kimi"] = Moonshot,
        ["cohere_chat"] = "cohere",
        ["deepseek_ai"] = "deepseek",
        ["together"] = "together_ai",
        ["togetherai"] = "together_ai",
        ["fireworks"] = "fireworks_ai",
        ["zhipuai"] = "zai",
        ["z_ai"] = "zai",
        ["zai_org"] = "zai",
        ["minimaxai"] = "minimax",
        ["voyageai"] = "voyage",
        ["voyage_ai"] = "voyage",
    };

    /// <summary>Suffixes of providers' hosts, for senders that only report a host.</summary>
    private static readonly (string Host, string Provider)[] Hosts =
    [
        (".openai.azure.com", AzureOpenAi), (".services.ai.azure.com", AzureInference), ("api.openai.com", OpenAi), ("api.anthropic.com", Anthropic),
        ("generativelanguage.googleapis.com", Gemini), ("aiplatform.googleapis.com", Vertex), (".amazonaws.com", Bedrock), ("api.mistral.ai", Mistral),
        ("api.x.ai", Xai), ("api.groq.com", "groq"), ("api.deepseek.com", "deepseek"), ("api.moonshot.ai", Moonshot), ("api.moonshot.cn", Moonshot),
        ("api.cohere.com", "cohere"), ("api.perplexity.ai", "perplexity"), ("openrouter.ai", "openrouter"),
    ];

    /// <summary>OTel's values that are a single word, and words that differ only by a hyphen.</summary>
    private static readonly HashSet<string> Known =
        [Anthropic, "cohere", "deepseek", "groq", Mistral, Moonshot, OpenAi, "perplexity", Xai, "together_ai", "fireworks_ai", "openrouter", "zai", "minimax"];

    public static string Normalise(string provider)
    {
        var lower = provider.Trim().ToLowerInvariant();
        var key = lower.Replace('-', '_').Replace(' ', '_');
        // "openai.chat", "google.vertex.chat": the provider and one of its APIs; the longest known part is the most specific.
        for (var part = key; part.Length > 0; part = part.LastIndexOf('.') is > 0 and var dot ? part[..dot] : "")
        {
            if (Aliases.TryGetValue(part, out var name)) return name;
            if (Known.Contains(part)) return part;
        }

        foreach (var (host, name) in Hosts)
        {
            if (lower.EndsWith(host, StringComparison.Ordinal)) return name;
        }

        return lower;
    }

    /// <summary>The provider whose price list contains this provider's models: Google's developer API and its SDK sell Gemini.</summary>
    public static string Seller(string provider)
    {
        var lower = provider.Trim().ToLowerInvariant();
        if (lower.StartsWith("vertex_ai", StringComparison.Ordinal)) return Vertex;
        var name = Normalise(provider);
        return name == GenAi ? Gemini : name;
    }
}
