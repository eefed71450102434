using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>OpenInference's instrumentation of LlamaIndex: a span of a model's kind for putting the request together is no call.</summary>
internal static class LlamaIndex
{
    public static readonly Dialect Dialect = new("openinference.llama_index")
    {
        Inherits = OpenInference.Dialect,
        Scopes = ["openinference.instrumentation.llama_index"],
        Excluded = ["*._prepare_chat_with_tools"],
    };
}
