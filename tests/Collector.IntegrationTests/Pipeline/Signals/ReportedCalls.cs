namespace Tidemark.Collector.IntegrationTests.Pipeline.Signals;

/// <summary>For each dialect of the catalogue that reads several signals, how its senders tell one turn on all their signals.</summary>
internal static class ToldCalls
{
    public static readonly IReadOnlyDictionary<string, Func<CallTeller, ToldCall>> All = new Dictionary<string, Func<CallTeller, ToldCall>>
    {
        ["claude_code"] = ClaudeCodeCall.Tell,
        ["codex"] = CodexCall.Tell,
        ["gemini_cli"] = GeminiCliCall.Tell,
        ["qwen_code"] = QwenCodeCall.Tell,
        ["github_copilot"] = CopilotCall.TellCli,
        ["copilot_chat"] = CopilotCall.TellChat,
        ["microsoft.agents.ai"] = MicrosoftCall.TellAgentFramework,
        ["microsoft.extensions.ai"] = MicrosoftCall.TellExtensionsAi,
        ["semantic_kernel"] = MicrosoftCall.TellSemanticKernel,
        ["openinference"] = OpenInferenceCall.Tell,
        ["openllmetry.anthropic"] = OpenLlmetryCall.TellAnthropic,
        ["openllmetry"] = OpenLlmetryCall.Tell,
        ["openlit"] = OpenLitCall.Tell,
        ["openlit.cache_apart"] = OpenLitCall.TellCacheApart,
        ["vercel.ai"] = VercelAiCall.Tell,
        ["gen_ai"] = GenAiCall.Tell,
        ["services"] = ServicesCall.Tell,
        ["tidemark"] = TidemarkCall.Tell,
    };
}
