using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// vLLM's server: one span per request, with usage and latencies in seconds, but without operation and model. Source: github.com/vllm-project/vllm.
/// </summary>
internal static class Vllm
{
    public static readonly Dialect Dialect = new("vllm")
    {
        Inherits = GenAi.Dialect,
        Scopes = ["vllm"],
        MarkerKeys = ["gen_ai.latency.e2e", "gen_ai.latency.time_in_queue"],
        Names = [new("llm_request", OperationType.Chat)],
        NoContent = ["gen_ai.request.id"],
    };
}
