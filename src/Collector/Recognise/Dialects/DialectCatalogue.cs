using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>All dialects, most specific first. The first dialect that an item's marks indicate, and that can classify the item, reads it.</summary>
internal static class DialectCatalogue
{
    public static readonly IReadOnlyList<Dialect> All =
    [
        ClaudeCode.Dialect,
        Codex.Dialect,
        QwenCode.Dialect,
        GeminiCli.Dialect,
        CopilotCli.Dialect,
        CopilotChat.Dialect,
        OpenCode.Dialect,
        ContinueCli.Dialect,
        AgentFramework.Dialect,
        MicrosoftAi.Dialect,
        SemanticKernel.Dialect,
        ClaudeAgentSdk.Dialect,
        LlamaIndex.Dialect,
        CrewAi.Dialect,
        OpenInference.Dialect,
        LiteLlm.Dialect,
        OpenLlmetryAnthropic.Dialect,
        OpenLlmetryBedrock.Dialect,
        OpenLlmetry.Dialect,
        OpenLitCacheApart.Dialect,
        OpenLit.Dialect,
        VercelAi.Dialect,
        Langfuse.Dialect,
        MlFlow.Dialect,
        Genkit.Dialect,
        GoogleAdk.Dialect,
        Mastra.Dialect,
        LangSmith.Dialect,
        SpringAi.Dialect,
        Strands.Dialect,
        PydanticAi.Dialect,
        Logfire.Dialect,
        AutoGen.Dialect,
        Rig.Dialect,
        Gateways.Dialect,
        AnthropicSdk.Dialect,
        OpenHands.Dialect,
        SentryAi.Dialect,
        LoongSuite.Dialect,
        LiveKit.Dialect,
        Pipecat.Dialect,
        Quarkus.Dialect,
        Vllm.Dialect,
        GenAi.Dialect,
        Services.Dialect,
        Common.Dialect,
    ];
}
