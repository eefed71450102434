using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// Sentry's SDKs sending OTLP: Sentry's operation names (<c>gen_ai.chat</c>), older <c>ai.*</c> names, cost by part.
/// Source: docs.sentry.io/platforms/python/tracing/instrumentation/custom-instrumentation/ai-agents-module.
/// </summary>
internal static class SentryAi
{
    public static readonly Dialect Dialect = new("sentry")
    {
        Inherits = GenAi.Dialect,
        Scopes = ["sentry", "@sentry"],
        MarkerKeys = ["sentry.op", "ai.model_id", "ai.total_tokens.used", "gen_ai.operation.type"],
        Keys = new Dictionary<Field, SourceKey[]>
        {
            [Field.RequestModel] = ["ai.model_id"],
            [Field.InputTokens] = ["ai.prompt_tokens.used"],
            [Field.OutputTokens] = ["ai.completion_tokens.used"],
            [Field.TotalTokens] = ["ai.total_tokens.used"],
        },
        Operations =
        [
            new("sentry.op", new Dictionary<string, OperationType>
            {
                ["gen_ai.chat"] = OperationType.Chat,
                ["gen_ai.request"] = OperationType.Chat,
                ["gen_ai.responses"] = OperationType.Chat,
                ["gen_ai.generate_text"] = OperationType.Chat,
                ["gen_ai.stream_text"] = OperationType.Chat,
                ["gen_ai.generate_content"] = OperationType.GenerateContent,
                ["gen_ai.embeddings"] = OperationType.Embeddings,
                ["gen_ai.embed"] = OperationType.Embeddings,
                ["gen_ai.execute_tool"] = OperationType.ExecuteTool,
                ["gen_ai.invoke_agent"] = OperationType.InvokeAgent,
                ["gen_ai.pipeline"] = OperationType.InvokeWorkflow,
                ["gen_ai.handoff"] = OperationType.None,
            }),
        ],
        NoContent = ["sentry.op", "sentry.origin", "sentry.environment", "sentry.release", "ai.model_id", "ai.pipeline.name"],
    };
}
