using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// LiveKit Agents: the model call is <c>llm_request</c>, or <c>agent_turn</c> for a realtime model. Pipeline nodes and user turns also name a
/// model but are not calls; tools are recognised by its own keys. Source: github.com/livekit/agents, telemetry/trace_types.py.
/// </summary>
internal static class LiveKit
{
    public static readonly Dialect Dialect = new("livekit")
    {
        Inherits = GenAi.Dialect,
        Scopes = ["livekit-agents"],
        MarkerKeys = ["lk.speech_id", "lk.function_tool.name", "lk.retry_count"],
        Keys = new Dictionary<Field, SourceKey[]>
        {
            [Field.Tool] = ["lk.function_tool.name"],
            [Field.ToolCallId] = ["lk.function_tool.id"],
            [Field.Failed] = ["lk.function_tool.is_error"],
            [Field.FirstTokenAt] = ["langfuse.observation.completion_start_time"],
        },
        Names = [new("function_tool", OperationType.ExecuteTool)],
        Excluded = ["llm_node", "llm_request_run", "tts_node", "tts_request*", "user_turn", "eou_detection"],
        NoContent =
        [
            "lk.speech_id", "lk.generation_id", "lk.parent_generation_id", "lk.job_id", "lk.agent_name", "lk.agent_label", "lk.cloud_agent_id",
            "lk.deployment_id", "lk.participant_id", "lk.participant_kind", "lk.tts.label", "lk.eou.language", "lk.eou.source",
        ],
        Content = ["lk.*"],
    };
}
