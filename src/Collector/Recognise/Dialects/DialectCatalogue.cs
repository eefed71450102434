using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>All dialects, most specific first: the first that an item's marks point to and that can tell what the item is reads it.</summary>
internal static class DialectCatalogue
{
    public static readonly IReadOnlyList<Dialect> All =
    [
        ClaudeCode.Dialect,
        Codex.Dialect,
        GeminiCli.Dialect,
        CopilotCli.Dialect,
        CopilotChat.Dialect,
        AgentFramework.Dialect,
        MicrosoftAi.Dialect,
        SemanticKernel.Dialect,
        OpenInference.Dialect,
        OpenLlmetryAnthropic.Dialect,
        OpenLlmetry.Dialect,
        OpenLitCacheApart.Dialect,
        OpenLit.Dialect,
        VercelAi.Dialect,
        GenAi.Dialect,
        Services.Dialect,
        Common.Dialect,
    ];
}
