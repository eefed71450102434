using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// Gateways that send a span for the call, with a child for each attempt at a provider: OpenRouter Broadcast, Bifrost and similar.
/// Attempts have no usage and are not calls of their own. Source: openrouter.ai/docs (Broadcast), docs.getbifrost.ai/features/otel.
/// </summary>
internal static class Gateways
{
    public static readonly Dialect Dialect = new("gateway")
    {
        Inherits = GenAi.Dialect,
        Services = ["openrouter", "bifrost"],
        Scopes = ["openrouter", "bifrost"],
        MarkerKeys = ["trace.parent_span_id", "openrouter.generation_id", "bifrost.request_id"],
        Keys = new Dictionary<Field, SourceKey[]>
        {
            [Field.InputTokens] = ["gen_ai.usage.prompt.tokens", "usage.prompt_tokens"],
            [Field.OutputTokens] = ["gen_ai.usage.completion.tokens", "usage.completion_tokens"],
            [Field.Cost] = ["usage.cost", "openrouter.cost", "openrouter.usage.cost"],
        },
        Names = [new("LLM Generation", OperationType.Chat)],
        Excluded = ["provider attempt*", "llm.attempt*", "key.selection*", "plugin.*", "attempt *"],
        NoContent = ["openrouter.generation_id", "openrouter.provider", "trace.parent_span_id", "bifrost.request_id"],
    };
}
