using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// Strands Agents: names itself as the provider for every model, reports the time to the first token in milliseconds, and passes on the
/// numbers of the model's API: those of Bedrock and Anthropic exclude cache. Cycles of its event loop are not operations.
/// Source: github.com/strands-agents/sdk-python, src/strands/telemetry/tracer.py.
/// </summary>
internal static class Strands
{
    public static readonly Dialect Dialect = new("strands")
    {
        Inherits = GenAi.Dialect,
        Scopes = ["strands", "@strands-agents"],
        MarkerKeys = ["event_loop.cycle_id"],
        Instead = new Dictionary<Field, SourceKey[]>
        {
            [Field.InputTokens] =
            [
                new("gen_ai.usage.input_tokens", Reading: Reading.AsModelCounts), new("gen_ai.usage.prompt_tokens", Reading: Reading.AsModelCounts),
            ],
            [Field.TimeToFirstToken] = ["gen_ai.server.time_to_first_token"],
        },
        Operations =
        [
            new(GenAi.OperationName, new Dictionary<string, OperationType>
            {
                ["invoke_swarm"] = OperationType.InvokeWorkflow,
                ["invoke_graph"] = OperationType.InvokeWorkflow,
            }),
        ],
        Excluded = ["execute_event_loop_cycle*"],
        NoContent = ["event_loop.cycle_id", "event_loop.parent_cycle_id", "gen_ai.tool.status", "tool.status"],
    };
}
