using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// OpenLLMetry's JavaScript instrumentation of Anthropic's SDK up to 0.27: unlike the Python one and its successors it reports, under OTel's
/// name, Anthropic's number without cache. Source: github.com/traceloop/openllmetry-js, instrumentation-anthropic, #1028.
/// </summary>
internal static class OpenLlmetryAnthropic
{
    public static readonly Dialect Dialect = new("openllmetry.anthropic")
    {
        Inherits = OpenLlmetry.Dialect,
        Scopes = ["@traceloop/instrumentation-anthropic"],
        BeforeVersion = "0.28",
        Instead = new Dictionary<Field, SourceKey[]>
        {
            [Field.InputTokens] =
            [
                new("gen_ai.usage.input_tokens", Reading: Reading.WithoutCache), new("gen_ai.usage.prompt_tokens", Reading: Reading.WithoutCache),
            ],
        },
    };
}
