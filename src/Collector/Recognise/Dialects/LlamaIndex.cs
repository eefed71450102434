using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>OpenInference's instrumentation of LlamaIndex: its LLM span for assembling the request is not a call.</summary>
internal static class LlamaIndex
{
    public static readonly Dialect Dialect = new("openinference.llama_index")
    {
        Inherits = OpenInference.Dialect,
        Scopes = ["openinference.instrumentation.llama_index"],
        Excluded = ["*._prepare_chat_with_tools"],
    };
}
