using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// Anthropic's own SDKs, which have built-in tracing: GenAI names, with the API's ids and stop reasons; tools run by the API
/// are reported as <c>anthropic.tool_use</c>. Source: github.com/anthropics/anthropic-sdk-python, anthropic-sdk-typescript.
/// </summary>
internal static class AnthropicSdk
{
    public static readonly Dialect Dialect = new("anthropic.sdk")
    {
        Inherits = GenAi.Dialect,
        Provider = "anthropic",
        Scopes = ["com.anthropic.sdk", "com.anthropic.claude-platform"],
        NoContent = ["anthropic.request.id", "anthropic.message.stop_reason", "anthropic.response.service_tier", "anthropic.provider"],
        Names = [new("anthropic.tool_use *", OperationType.ExecuteTool)],
    };
}
