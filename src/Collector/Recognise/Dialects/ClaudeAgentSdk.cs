using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// OpenInference's instrumentation of the Claude Agent SDK: agents and tools only, with usage on the agent and input without cache, as
/// Anthropic's API counts it. Source: github.com/Arize-ai/openinference, openinference-instrumentation-claude-agent-sdk.
/// </summary>
internal static class ClaudeAgentSdk
{
    public static readonly Dialect Dialect = new("openinference.claude_agent_sdk")
    {
        Inherits = OpenInference.Dialect,
        Scopes = ["openinference.instrumentation.claude_agent_sdk", "@arizeai/openinference-instrumentation-claude-agent-sdk"],
        Instead = new Dictionary<Field, SourceKey[]>
        {
            [Field.InputTokens] = [new("llm.token_count.prompt", Reading: Reading.WithoutCache)],
        },
    };
}
