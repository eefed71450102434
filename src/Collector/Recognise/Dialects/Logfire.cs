using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// Logfire's instrumentations of OpenAI's and Anthropic's SDKs: GenAI names; log messages are templates filled with content.
/// Source: github.com/pydantic/logfire, logfire/_internal/integrations/llm_providers.
/// </summary>
internal static class Logfire
{
    public static readonly Dialect Dialect = new("logfire")
    {
        Inherits = GenAi.Dialect,
        Scopes = ["logfire"],
        Keys = new Dictionary<Field, SourceKey[]>
        {
            [Field.RequestModel] = [new("request_data", Path: "model")],
        },
        NoContent = ["logfire.span_type", "logfire.level_num", "logfire.pending_parent_id"],
        Content = ["logfire.*", "request_data", "response_data"],
    };
}
