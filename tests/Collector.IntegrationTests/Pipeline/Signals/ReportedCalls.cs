namespace Tidemark.Collector.IntegrationTests.Pipeline.Signals;

/// <summary>For each dialect of the catalogue that reads several signals, how its senders report one turn on all their signals.</summary>
internal static class ReportedCalls
{
    public static readonly IReadOnlyDictionary<string, Func<CallSender, ReportedCall>> All = new Dictionary<string, Func<CallSender, ReportedCall>>
    {
        ["claude_code"] = ClaudeCodeCall.Send,
        ["codex"] = CodexCall.Send,
        ["gemini_cli"] = GeminiCliCall.Send,
        ["qwen_code"] = QwenCodeCall.Send,
        ["github_copilot"] = CopilotCall.SendCli,
        ["copilot_chat"] = CopilotCall.SendChat,
        ["microsoft.agents.ai"] = MicrosoftCall.SendAgentFramework,
        ["microsoft.extensions.ai"] = MicrosoftCall.SendExtensionsAi,
        ["semantic_kernel"] = MicrosoftCall.SendSemanticKernel,
        ["openinference"] = OpenInferenceCall.Send,
        ["openllmetry.anthropic"] = OpenLlmetryCall.SendAnthropic,
        ["openllmetry"] = OpenLlmetryCall.Send,
        ["openlit"] = OpenLitCall.Send,
        ["openlit.cache_apart"] = OpenLitCall.SendCacheApart,
        ["vercel.ai"] = VercelAiCall.Send,
        ["gen_ai"] = GenAiCall.Send,
        ["services"] = ServicesCall.Send,
        ["tidemark"] = TidemarkCall.Send,
    };
}
