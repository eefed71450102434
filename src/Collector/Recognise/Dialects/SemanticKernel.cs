using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// Semantic Kernel .NET: GenAI names before v1.37, messages as span events. Source: github.com/microsoft/semantic-kernel,
/// dotnet/src/InternalUtilities/src/Diagnostics.
/// </summary>
internal static class SemanticKernel
{
    public static readonly Dialect Dialect = new("semantic_kernel")
    {
        Inherits = GenAi.Dialect,
        Scopes = ["Microsoft.SemanticKernel", "semantic_kernel"],
        Keys = new Dictionary<Field, SourceKey[]>
        {
            [Field.Tool] = ["semantic_kernel.function.name"],
        },
        Content =
        [
            "semantic_kernel.function.arguments", "semantic_kernel.function.invocation.arguments", "semantic_kernel.function.invocation.result",
            "gen_ai.agent.invocation_input", "gen_ai.agent.invocation_output",
        ],
    };
}
