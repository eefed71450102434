using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// LiteLLM's own exporter, as a library or proxy, versions 1 and 2: the name of its function as the operation, the cost, and the
/// caller's key, team and end user as metadata. The span of the raw request repeats the call; other spans are internals.
/// Source: github.com/BerriAI/litellm, litellm/integrations/opentelemetry.py.
/// </summary>
internal static class LiteLlm
{
    public static readonly Dialect Dialect = new("litellm")
    {
        Inherits = GenAi.Dialect,
        Scopes = ["litellm"],
        MarkerKeys = ["litellm.call_id", "metadata.user_api_key_hash", "litellm.provider.model"],
        Keys = new Dictionary<Field, SourceKey[]>
        {
            [Field.Provider] = ["llm.provider", new("litellm.provider.model", Reading: Reading.BeforeSlash)],
            [Field.StatusCode] = ["error.code"],
        },
        Names = [new("litellm_request", OperationType.Chat)],
        Excluded = ["raw_gen_ai_request", "auth", "router", "self", "proxy_pre_call", "redis", "batch_write_to_db", "postgres", "Failed Proxy Server Request"],
        NoContent =
        [
            "litellm.call_id", "litellm.model_group", "litellm.provider.model", "llm.request.type", "llm.is_streaming", "error.code", "error.llm_provider",
            "metadata.user_api_key_alias", "metadata.user_api_key_team_alias", "metadata.user_api_key_team_id", "metadata.user_api_key_org_id",
            "metadata.user_api_key_org_alias", "metadata.user_api_key_project_id", "metadata.user_api_key_project_alias", "metadata.user_api_key_request_route",
            "metadata.team_id", "metadata.team_alias", "metadata.model_group",
        ],
        Content = [
            "hidden_params", "metadata.requester_*", "metadata.usage_object", "metadata.spend_logs_metadata", "llm.openai.*", "llm.anthropic.*", "llm.gemini.*"
        ],
    };
}
