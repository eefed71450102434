using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// Genkit, JavaScript and Go: one tracer, with actions distinguished by subtype, and model and usage only in the action's output. Helper
/// spans (<c>generate</c>, flow steps, prompts) are not operations. Source: github.com/firebase/genkit, js/core/src/tracing and go/core/tracing.
/// </summary>
internal static class Genkit
{
    private const string Output = "genkit:output";

    public static readonly Dialect Dialect = new("genkit")
    {
        Inherits = GenAi.Dialect,
        Scopes = ["genkit-tracer", "genkit"],
        MarkerKeys = ["genkit:type", "genkit:metadata:subtype"],
        Keys = new Dictionary<Field, SourceKey[]>
        {
            [Field.Provider] = [new("genkit:name", Reading: Reading.BeforeSlash)],
            [Field.RequestModel] = [new("genkit:name", Reading: Reading.AfterSlash)],
            [Field.EntityName] = ["genkit:name"],
            [Field.InputTokens] = [new(Output, Path: "usage/inputTokens")],
            [Field.OutputTokens] = [new(Output, Path: "usage/outputTokens")],
            [Field.TotalTokens] = [new(Output, Path: "usage/totalTokens")],
            [Field.CacheReadTokens] = [new(Output, Path: "usage/cachedContentTokens")],
            [Field.ReasoningTokens] = [new(Output, Path: "usage/thoughtsTokens")],
            [Field.FinishReason] = [new(Output, Path: "finishReason")],
        },
        Operations =
        [
            new("genkit:metadata:subtype", new Dictionary<string, OperationType>
            {
                ["model"] = OperationType.Chat,
                ["background-model"] = OperationType.Chat,
                ["embedder"] = OperationType.Embeddings,
                ["tool"] = OperationType.ExecuteTool,
                ["tool.v2"] = OperationType.ExecuteTool,
                ["flow"] = OperationType.InvokeWorkflow,
                ["agent"] = OperationType.InvokeAgent,
                ["session-flow"] = OperationType.InvokeAgent,
            }, OperationType.None),
            new("genkit:type", new Dictionary<string, OperationType> { ["flow"] = OperationType.InvokeWorkflow }, OperationType.None),
        ],
        NoContent = ["genkit:type", "genkit:metadata:subtype", "genkit:name", "genkit:key", "genkit:path", "genkit:state", "genkit:metadata:flow:name"],
        Content = ["genkit:input", Output, "genkit:metadata:context", "genkit:error"],
    };
}
