using System.Text.RegularExpressions;

namespace Tidemark.Collector.Recognise.Prices;

/// <summary>
/// Parses a model name as callers write it into the name itself and the additions of regions, routers and clouds.
/// <c>bedrock/us.anthropic.claude-sonnet-4-5-20250929-v1:0</c>, <c>openrouter/anthropic/claude-sonnet-4.5</c> and
/// <c>claude-sonnet-4-5@20250929</c> are the same model.
/// </summary>
/// <param name="Path">The name with everything that routers put before it.</param>
/// <param name="Owned">The name with the word before it, as providers of open models list it: <c>openai/gpt-oss-120b</c>.</param>
/// <param name="Qualified">The name with Bedrock's prefix for the model maker; elsewhere the name itself.</param>
/// <param name="Routes">Words before the name, outermost first: routers, providers, makers, regions, deployments.</param>
/// <param name="IsBedrock">Whether the name has the form of a Bedrock model id.</param>
/// <param name="IsRegional">Whether the name selects a regional endpoint, for which some clouds charge extra.</param>
/// <param name="IsFree">Whether it is the free variant of a router, whose price is 0 only if that is reported.</param>
/// <param name="IsWide">Whether it is the variant with a context window of a million tokens.</param>
internal sealed partial record ModelReference(
    string Path, string Owned, string Qualified, string Name, IReadOnlyList<string> Routes, bool IsBedrock, bool IsRegional, bool IsFree, bool IsWide)
{
    private const string Wide = "[1m]";

    /// <summary>A router's variants of a model: how it selects the provider, or what it adds. They are not separate models.</summary>
    private static readonly string[] RouterVariants = [":nitro", ":floor", ":online", ":exacto", ":thinking", ":beta"];

    /// <summary>The spellings to look up, most specific first.</summary>
    public IEnumerable<string> Candidates => new[] { Path, Owned, Qualified, Name }.Distinct(StringComparer.Ordinal);

    public static ModelReference Parse(string model)
    {
        var text = model.Trim().ToLowerInvariant();
        var isWide = text.EndsWith(Wide, StringComparison.Ordinal);
        if (isWide) text = text[..^Wide.Length];
        var isFree = text.EndsWith(":free", StringComparison.Ordinal);
        if (isFree) text = text[..^":free".Length];
        foreach (var variant in RouterVariants)
        {
            if (text.EndsWith(variant, StringComparison.Ordinal)) text = text[..^variant.Length];
        }

        if (text.StartsWith("arn:", StringComparison.Ordinal)) text = text[(text.LastIndexOf('/') + 1)..];
        var routes = new List<string>();
        text = WithoutScheme(text, routes);
        var segments = text.Split('/', StringSplitOptions.RemoveEmptyEntries);
        routes.AddRange(segments.SkipLast(1));
        var last = WithoutScheme(segments.LastOrDefault() ?? "", routes);
        var bedrock = Bedrock().Match(last);
        var name = bedrock.Success ? last[bedrock.Length..] : last;
        var region = bedrock.Groups["region"].Value;
        return new ModelReference(
            ModelSpelling.Canonical(text),
            ModelSpelling.Canonical(string.Join('/', segments.TakeLast(2))),
            ModelSpelling.Canonical(bedrock.Success ? last[(region.Length == 0 ? 0 : region.Length + 1)..] : last),
            ModelSpelling.Canonical(FineTuned(name)),
            routes,
            bedrock.Success,
            region is not ("" or "global"),
            isFree,
            isWide);
    }

    // "anthropic:claude-sonnet-4-5", as agent frameworks write it; "gpt-oss:20b" and "ft:gpt-4o" do not start with a provider.
    private static string WithoutScheme(string text, List<string> routes)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == text.Length - 1 || !Scheme().IsMatch(text[..colon])) return text;
        routes.Add(text[..colon]);
        return text[(colon + 1)..];
    }

    // A fine-tuned model is priced by its base model ("ft:gpt-4o-mini-2024-07-18:acme::id"), at a rate of its own.
    private static string FineTuned(string name)
    {
        if (!name.StartsWith("ft:", StringComparison.Ordinal)) return name;
        var end = name.IndexOf(':', 3);
        return end < 0 ? name : name[..end];
    }

    [GeneratedRegex(
        @"^(?:(?<region>us-gov|us|eu|apac|global|au|jp|ca|ap|sa|me|af|in|uk)\.)?(?:anthropic|mistral|cohere|meta|amazon|deepseek|openai|qwen|ai21|writer|google|moonshot|moonshotai|minimax|nvidia|zai|twelvelabs)\.(?=[a-z0-9])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Bedrock();

    [GeneratedRegex(
        @"^(?:openai|openai-chat|openai-responses|anthropic|google|google-gla|google-vertex|google_genai|google_vertexai|gemini|vertex|vertexai|bedrock|bedrock_converse|aws|azure|azure_openai|azure_ai|mistral|mistralai|cohere|deepseek|groq|xai|x-ai|grok|moonshot|moonshotai|openrouter|litellm|perplexity|together|together_ai|fireworks|ollama|huggingface|cerebras|gateway)$", RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();
}
