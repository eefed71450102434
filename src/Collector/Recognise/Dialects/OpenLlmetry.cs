using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// OpenLLMetry (Traceloop), Python and JavaScript, current and older attribute names. Its Anthropic instrumentation already includes
/// cache in input. Source: github.com/traceloop/openllmetry, semconv_ai; openllmetry-js, ai-semantic-conventions.
/// </summary>
internal static class OpenLlmetry
{
    public static readonly Dialect Dialect = new("openllmetry")
    {
        Inherits = GenAi.Dialect,
        Scopes = ["@traceloop/", "traceloop."],
        MarkerKeys =
        [
            "traceloop.span.kind", "traceloop.workflow.name", "traceloop.entity.name", "traceloop.entity.path",
            "traceloop.association.properties.session_id", "traceloop.association.properties.user_id", "llm.request.type",
        ],
        Keys = new Dictionary<Field, SourceKey[]>
        {
            [Field.Workflow] = ["traceloop.workflow.name"],
            [Field.EntityName] = ["traceloop.entity.name"],
            [Field.InputTokens] = ["llm.usage.prompt_tokens"],
            [Field.OutputTokens] = ["llm.usage.completion_tokens"],
            [Field.ReasoningTokens] = ["llm.usage.reasoning_tokens"],
            [Field.FinishReason] = ["llm.response.finish_reason", "llm.response.stop_reason"],
            [Field.Verb] = ["llm.request.type", "traceloop.span.kind"],
        },
        Operations =
        [
            new("llm.request.type", new Dictionary<string, OperationType>
            {
                ["chat"] = OperationType.Chat,
                ["completion"] = OperationType.TextCompletion,
                ["embedding"] = OperationType.Embeddings,
                ["rerank"] = new(OperationKind.Dependency, "rerank"),
            }),
            new("traceloop.span.kind", new Dictionary<string, OperationType>
            {
                ["workflow"] = OperationType.InvokeWorkflow,
                ["agent"] = OperationType.InvokeAgent,
                ["tool"] = OperationType.ExecuteTool,
                ["task"] = new(OperationKind.Other, "task"),
            }),
        ],
        Names =
        [
            new("openai.embeddings", OperationType.Embeddings),
            new("openai.completion", OperationType.TextCompletion),
        ],
        Content =
        [
            "traceloop.entity.input", "traceloop.entity.output", "llm.prompts", "llm.prompts.*", "llm.completions", "llm.completions.*",
            "llm.request.functions.*", "llm.headers", "traceloop.prompt.template", "traceloop.prompt.template_variables*",
        ],
    };
}
