using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// Pipecat: a conversation, its turns and their services. Input is counted as in the provider's API; time to first byte is in seconds.
/// Source: github.com/pipecat-ai/pipecat, src/pipecat/utils/tracing.
/// </summary>
internal static class Pipecat
{
    public static readonly Dialect Dialect = new("pipecat")
    {
        Inherits = GenAi.Dialect,
        Scopes = ["pipecat"],
        MarkerKeys = ["metrics.ttfb", "turn.was_interrupted"],
        Instead = new Dictionary<Field, SourceKey[]>
        {
            [Field.InputTokens] = [new("gen_ai.usage.input_tokens", Reading: Reading.AsVendorCounts)],
        },
        Keys = new Dictionary<Field, SourceKey[]>
        {
            [Field.Conversation] = ["conversation.id"],
            [Field.TimeToFirstToken] = [new("metrics.ttfb", 1000)],
        },
        NoContent = ["conversation.id", "conversation.type", "turn.type", "service.operation"],
    };
}
