using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// Spring AI through Micrometer: all numbers are text, and missing values are the word <c>none</c>. Advisors and the chat client wrap the
/// call and are not operations. Anthropic's input excludes cache. Source: github.com/spring-projects/spring-ai.
/// </summary>
internal static class SpringAi
{
    public static readonly Dialect Dialect = new("spring_ai")
    {
        Inherits = GenAi.Dialect,
        Scopes = ["org.springframework", "io.micrometer"],
        MarkerKeys = ["spring.ai.kind"],
        Instead = new Dictionary<Field, SourceKey[]>
        {
            [Field.InputTokens] = [new("gen_ai.usage.input_tokens", Reading: Reading.AsVendorCounts)],
        },
        Keys = new Dictionary<Field, SourceKey[]>
        {
            [Field.Tool] = ["spring.ai.tool.definition.name"],
        },
        Operations =
        [
            new("spring.ai.kind", new Dictionary<string, OperationType>
            {
                ["tool_call"] = OperationType.ExecuteTool,
                ["vector_store"] = OperationType.Call,
            }, OperationType.None),
        ],
        NoContent = ["spring.ai.kind", "spring.ai.advisor.name", "spring.ai.tool.definition.name", "spring.ai.model.request.tool.names"],
        Words = ["outcome", "method", "status"],
        Content = ["spring.ai.*"],
    };
}
