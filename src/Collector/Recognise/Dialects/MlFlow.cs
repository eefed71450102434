using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// MLflow Tracing: every value is JSON text, with quoted strings; usage is a single map. Anthropic's input already includes
/// cache. Retrievers, parsers, rerankers and memory are steps of the app, not operations.
/// Source: github.com/mlflow/mlflow, mlflow/tracing/constant.py and mlflow/entities/span.py.
/// </summary>
internal static class MlFlow
{
    private const string Usage = "mlflow.chat.tokenUsage";

    public static readonly Dialect Dialect = new("mlflow")
    {
        Inherits = GenAi.Dialect,
        Scopes = ["mlflow."],
        MarkerKeys = ["mlflow.spanType", Usage, "mlflow.traceRequestId"],
        Keys = new Dictionary<Field, SourceKey[]>
        {
            [Field.Provider] = ["mlflow.llm.provider", "mlflow.message.format"],
            [Field.RequestModel] = ["model", new("mlflow.spanInputs", Path: "model"), "mlflow.llm.model"],
            [Field.ResponseModel] = ["mlflow.llm.model"],
            [Field.InputTokens] = [new(Usage, Path: "input_tokens")],
            [Field.OutputTokens] = [new(Usage, Path: "output_tokens")],
            [Field.TotalTokens] = [new(Usage, Path: "total_tokens")],
            [Field.CacheReadTokens] = [new(Usage, Path: "cache_read_input_tokens")],
            [Field.CacheWriteTokens] = [new(Usage, Path: "cache_creation_input_tokens")],
            [Field.CacheWriteHourTokens] = [new(Usage, Path: "cache_creation_input_tokens_above_1hr")],
            [Field.ReasoningTokens] = [new(Usage, Path: "reasoning_tokens"), new(Usage, Path: "output_reasoning_tokens")],
            [Field.Cost] = [new("mlflow.llm.cost", Path: "total_cost")],
        },
        Operations =
        [
            new("mlflow.spanType", new Dictionary<string, OperationType>
            {
                ["LLM"] = OperationType.Chat,
                ["CHAT_MODEL"] = OperationType.Chat,
                ["EMBEDDING"] = OperationType.Embeddings,
                ["TOOL"] = OperationType.ExecuteTool,
                ["AGENT"] = OperationType.InvokeAgent,
                ["CHAIN"] = OperationType.RootWorkflow,
                ["WORKFLOW"] = OperationType.InvokeWorkflow,
                ["TASK"] = OperationType.None,
                ["RETRIEVER"] = OperationType.None,
                ["PARSER"] = OperationType.None,
                ["RERANKER"] = OperationType.None,
                ["MEMORY"] = OperationType.None,
                ["EVALUATOR"] = OperationType.None,
                ["GUARDRAIL"] = OperationType.None,
                ["UNKNOWN"] = OperationType.None,
            }),
        ],
        NoContent =
        [
            "mlflow.spanType", "mlflow.traceRequestId", "mlflow.experimentId", "mlflow.llm.model", "mlflow.llm.provider", "mlflow.message.format",
            "mlflow.spanFunctionName",
        ],
        Content = ["mlflow.spanInputs", "mlflow.spanOutputs", "mlflow.chat.tools", "mlflow.chat.messages"],
    };
}
