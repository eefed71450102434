using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// LangSmith's OTel exporter (also LangChain's and LangGraph's): run types, and the app's metadata of a run. A LangGraph thread is the
/// conversation. Prompts, parsers and retrievers are not operations. Source: github.com/langchain-ai/langsmith-sdk, _internal/otel.
/// </summary>
internal static class LangSmith
{
    /// <summary>The JavaScript SDK's key, then what an app or the Python SDK adds to the metadata.</summary>
    private static readonly string[] Usage = ["langsmith.usage_metadata", "langsmith.metadata.usage_metadata"];

    public static readonly Dialect Dialect = new("langsmith")
    {
        Inherits = GenAi.Dialect,
        Scopes = ["langsmith"],
        MarkerKeys = ["langsmith.span.kind", "langsmith.trace.name", "langsmith.span.id"],
        Keys = new Dictionary<Field, SourceKey[]>
        {
            [Field.Provider] = ["langsmith.metadata.ls_provider"],
            [Field.RequestModel] = ["langsmith.metadata.ls_model_name"],
            [Field.InputTokens] = UsageAt("input_tokens"),
            [Field.OutputTokens] = UsageAt("output_tokens"),
            [Field.TotalTokens] = UsageAt("total_tokens"),
            [Field.CacheReadTokens] = UsageAt("input_token_details/cache_read"),
            [Field.CacheWriteTokens] = UsageAt("input_token_details/cache_creation"),
            [Field.CacheWriteShortTokens] = UsageAt("input_token_details/ephemeral_5m_input_tokens"),
            [Field.CacheWriteHourTokens] = UsageAt("input_token_details/ephemeral_1h_input_tokens"),
            [Field.ReasoningTokens] = UsageAt("output_token_details/reasoning"),
            [Field.Cost] = UsageAt("total_cost"),
        },
        Operations =
        [
            new("langsmith.span.kind", new Dictionary<string, OperationType>
            {
                ["llm"] = OperationType.Chat,
                ["chat"] = OperationType.Chat,
                ["embedding"] = OperationType.Embeddings,
                ["tool"] = OperationType.ExecuteTool,
                ["agent"] = OperationType.InvokeAgent,
                ["chain"] = OperationType.RootWorkflow,
                ["retriever"] = OperationType.None,
                ["prompt"] = OperationType.None,
                ["parser"] = OperationType.None,
            }),
        ],
        NoContent =
        [
            "langsmith.span.kind", "langsmith.span.id", "langsmith.trace.session_name", "langsmith.trace.session_id", "langsmith.metadata.ls_provider",
            "langsmith.metadata.ls_model_name", "langsmith.metadata.ls_model_type", "langsmith.metadata.ls_method", "langsmith.metadata.revision_id",
            "langsmith.metadata.langgraph_node", "langsmith.metadata.langgraph_step",
        ],
    };

    private static SourceKey[] UsageAt(string path) => [.. Usage.Select(key => new SourceKey(key, Path: path))];
}
