using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// OpenLLMetry's Python instrumentation of Bedrock: it reports Converse's number, which excludes cache, and a total of its own that
/// excludes it as well. Source: github.com/traceloop/openllmetry, opentelemetry-instrumentation-bedrock.
/// </summary>
internal static class OpenLlmetryBedrock
{
    public static readonly Dialect Dialect = new("openllmetry.bedrock")
    {
        Inherits = OpenLlmetry.Dialect,
        Scopes = ["opentelemetry.instrumentation.bedrock"],
        Instead = new Dictionary<Field, SourceKey[]>
        {
            [Field.InputTokens] =
            [
                new("gen_ai.usage.input_tokens", Reading: Reading.WithoutCache), new("gen_ai.usage.prompt_tokens", Reading: Reading.WithoutCache),
            ],
        },
    };
}
