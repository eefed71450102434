using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// <c>ai.*</c> spans of the Vercel AI SDK. The outer span of a call (<c>ai.generateText</c>) sums its steps; the provider call
/// inside it (<c>.doGenerate</c>, <c>.doStream</c>, <c>.doEmbed</c>) is the one that counts. Source: github.com/vercel/ai.
/// </summary>
internal static class VercelAi
{
    public static readonly Dialect Dialect = new("vercel.ai")
    {
        Inherits = GenAi.Dialect,
        MarkerKeys = ["ai.operationId", "ai.model.id", "ai.toolCall.name"],
        Instead = new Dictionary<Field, SourceKey[]>
        {
            // Version 6 reports the parts; 5 and earlier pass the provider's number on, also under OTel's name.
            [Field.InputTokens] =
            [
                new("ai.usage.inputTokenDetails.noCacheTokens", Reading: Reading.WithoutCache),
                new("gen_ai.usage.input_tokens", Reading: Reading.AsVendorCounts), new("ai.usage.inputTokens", Reading: Reading.AsVendorCounts),
                new("ai.usage.promptTokens", Reading: Reading.AsVendorCounts), "ai.usage.tokens",
            ],
        },
        Keys = new Dictionary<Field, SourceKey[]>
        {
            [Field.TotalTokens] = ["ai.usage.totalTokens"],
            [Field.Agent] = ["ai.telemetry.functionId"],
            [Field.Tool] = ["ai.toolCall.name"],
            [Field.Provider] = ["ai.model.provider"],
            [Field.RequestModel] = ["ai.model.id"],
            [Field.ResponseModel] = ["ai.response.model"],
            [Field.OutputTokens] = ["ai.usage.outputTokens", "ai.usage.completionTokens"],
            [Field.CacheReadTokens] = ["ai.usage.cachedInputTokens", "ai.usage.inputTokenDetails.cacheReadTokens"],
            [Field.CacheWriteTokens] = ["ai.usage.inputTokenDetails.cacheWriteTokens"],
            [Field.ReasoningTokens] = ["ai.usage.reasoningTokens", "ai.usage.outputTokenDetails.reasoningTokens"],
            [Field.TimeToFirstToken] = ["ai.response.msToFirstChunk", "ai.stream.msToFirstChunk"],
            [Field.FinishReason] = ["ai.response.finishReason"],
        },
        Operations =
        [
            new("ai.operationId", new Dictionary<string, OperationType>
            {
                ["ai.generateText"] = OperationType.InvokeAgent,
                ["ai.streamText"] = OperationType.InvokeAgent,
                ["ai.generateObject"] = OperationType.InvokeAgent,
                ["ai.streamObject"] = OperationType.InvokeAgent,
                ["ai.generateText.doGenerate"] = OperationType.Chat,
                ["ai.streamText.doStream"] = OperationType.Chat,
                ["ai.generateObject.doGenerate"] = OperationType.Chat,
                ["ai.streamObject.doStream"] = OperationType.Chat,
                ["ai.embed"] = OperationType.None,
                ["ai.embedMany"] = OperationType.None,
                ["ai.embed.doEmbed"] = OperationType.Embeddings,
                ["ai.embedMany.doEmbed"] = OperationType.Embeddings,
                ["ai.toolCall"] = OperationType.ExecuteTool,
                ["ai.workflowAgent.stream"] = OperationType.InvokeAgent,
                ["ai.workflowAgent.generate"] = OperationType.InvokeAgent,
                ["ai.rerank"] = OperationType.None,
                ["ai.rerank.doRerank"] = OperationType.None,
                ["ai.transcribe"] = OperationType.None,
                ["ai.generateSpeech"] = OperationType.None,
                ["ai.generateImage"] = OperationType.None,
            }),
        ],
        NoContent =
        [
            "ai.operationId", "operation.name", "resource.name", "ai.model.id", "ai.model.provider", "ai.response.id", "ai.response.model",
            "ai.response.finishReason",
            "ai.response.timestamp", "ai.telemetry.functionId", "ai.toolCall.id", "ai.toolCall.name", "ai.usage.*",
        ],
        Content =
        [
            "ai.settings.*", "ai.prompt", "ai.prompt.*", "ai.response.text", "ai.response.object", "ai.response.reasoning", "ai.response.toolCalls",
            "ai.response.files", "ai.toolCall.args", "ai.toolCall.input", "ai.toolCall.result", "ai.toolCall.output", "ai.value", "ai.values",
            "ai.embedding", "ai.embeddings", "ai.result.text", "ai.result.object", "ai.result.toolCalls", "ai.schema", "ai.schema.*",
            "ai.request.headers.*", "ai.response.providerMetadata",
        ],
    };
}
