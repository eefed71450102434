using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// Alibaba's LoongSuite and others that have a span kind in addition to, or instead of, OTel's operation name: entries, loop steps and tasks
/// are not operations. Source: github.com/alibaba/loongsuite-python-agent, util/opentelemetry-util-genai.
/// </summary>
internal static class LoongSuite
{
    private static readonly Dictionary<string, OperationType> Kinds = new()
    {
        ["LLM"] = OperationType.Chat,
        ["llm"] = OperationType.Chat,
        ["EMBEDDING"] = OperationType.Embeddings,
        ["embedding"] = OperationType.Embeddings,
        ["TOOL"] = OperationType.ExecuteTool,
        ["tool"] = OperationType.ExecuteTool,
        ["AGENT"] = OperationType.InvokeAgent,
        ["agent"] = OperationType.InvokeAgent,
        ["CHAIN"] = OperationType.RootWorkflow,
        ["chain"] = OperationType.RootWorkflow,
        ["WORKFLOW"] = OperationType.InvokeWorkflow,
        ["workflow"] = OperationType.InvokeWorkflow,
        ["RERANKER"] = new(OperationKind.Dependency, "rerank"),
        ["reranker"] = new(OperationKind.Dependency, "rerank"),
    };

    public static readonly Dialect Dialect = new("loongsuite")
    {
        Inherits = GenAi.Dialect,
        MarkerKeys = ["gen_ai.span.kind", "gen_ai.span_kind_name"],
        Operations =
        [
            new(GenAi.OperationName, new Dictionary<string, OperationType>
            {
                ["enter"] = OperationType.None,
                ["react"] = OperationType.None,
                ["run_task"] = OperationType.None,
            }),
        ],
        Fallbacks =
        [
            new("gen_ai.span.kind", Kinds, OperationType.None),
            new("gen_ai.span_kind_name", Kinds, OperationType.None),
        ],
        NoContent = ["gen_ai.span.kind", "gen_ai.span_kind_name", "gen_ai.framework"],
    };
}
