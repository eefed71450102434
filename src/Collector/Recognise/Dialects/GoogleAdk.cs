using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// Google's Agent Development Kit, Python and Java, identified by its tracer. <c>call_llm</c> is the model call in all versions; the nested
/// <c>generate_content</c> of newer ones repeats it and is ignored. Output excludes thoughts, as Google's API counts it.
/// Source: github.com/google/adk-python, src/google/adk/telemetry; adk-java, com.google.adk.Telemetry.
/// </summary>
internal static class GoogleAdk
{
    public static readonly Dialect Dialect = new("google.adk")
    {
        Inherits = GenAi.Dialect,
        Provider = "gcp.gemini",
        Scopes = ["gcp.vertex.agent", "google.adk", "com.google.adk", "google-adk"],
        MarkerKeys =
        [
            "gcp.vertex.agent.invocation_id", "gcp.vertex.agent.event_id", "gcp.vertex.agent.llm_request", "gcp.vertex.agent.tool_call_args",
        ],
        Instead = new Dictionary<Field, SourceKey[]>
        {
            // Its gen_ai.system is the framework's name.
            [Field.Provider] = ["gen_ai.provider.name"],
            [Field.OutputTokens] = [new("gen_ai.usage.output_tokens", Reading: Reading.WithoutReasoning)],
        },
        Names =
        [
            new("call_llm", OperationType.Chat),
            new("agent_run*", OperationType.InvokeAgent),
            new("tool_call*", OperationType.ExecuteTool),
            new("execute_tool*", OperationType.ExecuteTool),
            new("tool_response*", OperationType.None),
            new("invocation", OperationType.None),
            new("send_data", OperationType.None),
        ],
        Excluded = ["generate_content*", "execute_tool (merged)", "invocation"],
        NoContent = ["gcp.vertex.agent.invocation_id", "gcp.vertex.agent.event_id"],
        Content =
        [
            "gcp.vertex.agent.llm_request", "gcp.vertex.agent.llm_response", "gcp.vertex.agent.tool_call_args", "gcp.vertex.agent.tool_response",
            "gcp.vertex.agent.data", "gcp.vertex.agent.*",
        ],
    };
}
