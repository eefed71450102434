namespace Tidemark.Conventions;

/// <summary>Names of the metrics this library records.</summary>
internal static class MetricNames
{
    public const string InferenceDuration = "gen_ai.client.inference.duration";
    public const string InferenceTimeToFirstChunk = "gen_ai.client.inference.time_to_first_chunk";
    public const string InferenceTimePerOutputChunk = "gen_ai.client.inference.time_per_output_chunk";
    public const string InferenceUsageInput = "gen_ai.client.inference.usage.input_tokens";
    public const string InferenceUsageOutput = "gen_ai.client.inference.usage.output_tokens";
    public const string InferenceUsageCacheRead = "gen_ai.client.inference.usage.cache_read.input_tokens";
    public const string InferenceUsageCacheWrite = "gen_ai.client.inference.usage.cache_write.input_tokens";
    public const string InferenceUsageReasoning = "gen_ai.client.inference.usage.reasoning.output_tokens";
    public const string InferenceInputTokens = "gen_ai.client.inference.operation.input_tokens";
    public const string InferenceOutputTokens = "gen_ai.client.inference.operation.output_tokens";
    public const string OperationDuration = "gen_ai.client.operation.duration";
    public const string ToolDuration = "gen_ai.execute_tool.duration";
    public const string AgentDuration = "gen_ai.invoke_agent.duration";
    public const string AgentInferenceCalls = "gen_ai.invoke_agent.inference_calls";
    public const string AgentToolCalls = "gen_ai.invoke_agent.tool_calls";
    public const string WorkflowDuration = "gen_ai.invoke_workflow.duration";

    // Up to 1.41.
    public const string OldTokenUsage = "gen_ai.client.token.usage";
    public const string OldTimeToFirstChunk = "gen_ai.client.operation.time_to_first_chunk";
    public const string OldTimePerOutputChunk = "gen_ai.client.operation.time_per_output_chunk";

    public const string SessionActive = "tidemark.session.active";
    public const string SessionCreated = "tidemark.session.created";
    public const string SessionEnded = "tidemark.session.ended";
    public const string SessionDuration = "tidemark.session.duration";
    public const string CacheOperations = "tidemark.cache.operations";
    public const string ContextRatio = "tidemark.context.ratio";
    public const string ExportWaiting = "tidemark.export.waiting";
    public const string ExportWaitingBytes = "tidemark.export.waiting.size";
    public const string ExportLost = "tidemark.export.lost";
}
