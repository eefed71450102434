using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// Pydantic AI, versions 1 and 2: version 1 has no operation name on agent runs and tool runs.
/// Source: github.com/pydantic/pydantic-ai, pydantic_ai_slim/pydantic_ai/models/instrumented.py and agent.
/// </summary>
internal static class PydanticAi
{
    public static readonly Dialect Dialect = new("pydantic_ai")
    {
        Inherits = GenAi.Dialect,
        Scopes = ["pydantic-ai", "pydantic_ai"],
        MarkerKeys = ["pydantic_ai.all_messages", "model_request_parameters"],
        Keys = new Dictionary<Field, SourceKey[]>
        {
            [Field.Agent] = ["agent_name"],
            [Field.RequestModel] = ["model_name"],
        },
        Names = [new("running tools", OperationType.None), new("running tool*", OperationType.ExecuteTool)],
        Excluded = ["running tools", "running *tools"],
        NoContent = ["agent_name", "model_name"],
        Content = ["pydantic_ai.*", "all_messages_events", "final_result", "tool_arguments", "tool_response", "model_request_parameters"],
    };
}
