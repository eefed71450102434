using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// OpenLIT's JavaScript and Go instrumentations that report, under OTel's name, input without cache, as Anthropic and Bedrock count
/// it. The Python ones share one scope name for all SDKs. Source: npm openlit 1.15; sdk/go.
/// </summary>
internal static class OpenLitCacheApart
{
    public static readonly Dialect Dialect = new("openlit.cache_apart")
    {
        Inherits = OpenLit.Dialect,
        Scopes = [
            "openlit.anthropic", "openlit.instrumentation.anthropic", "openlit.instrumentation.bedrock", "@openlit/instrumentation-anthropic",
            "@openlit/instrumentation-bedrock"
        ],
        Instead = new Dictionary<Field, SourceKey[]>
        {
            [Field.InputTokens] = [new("gen_ai.usage.input_tokens", Reading: Reading.WithoutCache)],
        },
    };
}
