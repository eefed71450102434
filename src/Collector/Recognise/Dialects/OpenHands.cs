using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// OpenHands, and Laminar, which it exports with: Laminar's span types and ids. Source: github.com/lmnr-ai/lmnr-python, lmnr/opentelemetry_lib.
/// </summary>
internal static class OpenHands
{
    public static readonly Dialect Dialect = new("laminar")
    {
        Inherits = GenAi.Dialect,
        Scopes = ["lmnr", "@lmnr-ai", "openhands"],
        MarkerKeys = ["lmnr.span.type"],
        Keys = new Dictionary<Field, SourceKey[]>
        {
            [Field.Cost] = ["gen_ai.usage.cost", "llm.usage.cost"],
            [Field.TotalTokens] = ["llm.usage.total_tokens"],
        },
        Operations =
        [
            new("lmnr.span.type", new Dictionary<string, OperationType>
            {
                ["LLM"] = OperationType.Chat,
                ["CACHED"] = OperationType.None,
                ["TOOL"] = OperationType.ExecuteTool,
                ["EVENT"] = OperationType.None,
                ["EVALUATION"] = OperationType.None,
                ["EXECUTOR"] = OperationType.None,
                ["EVALUATOR"] = OperationType.None,
            }),
        ],
        NoContent = ["lmnr.span.type", "lmnr.span.instrumentation_source", "lmnr.span.sdk_version", "lmnr.span.language_version"],
        Content = ["lmnr.span.input", "lmnr.span.output", "lmnr.span.path"],
    };
}
