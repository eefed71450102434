using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// Quarkus LangChain4j: GenAI names, and the cost by the app's own estimator, as one text with its currency.
/// Source: github.com/quarkiverse/quarkus-langchain4j, core/runtime listeners.
/// </summary>
internal static class Quarkus
{
    public static readonly Dialect Dialect = new("quarkus")
    {
        Inherits = GenAi.Dialect,
        Scopes = ["io.quarkus"],
        MarkerKeys = ["gen_ai.client.estimated_cost"],
        Keys = new Dictionary<Field, SourceKey[]>
        {
            [Field.Cost] = [new("gen_ai.client.estimated_cost", Reading: Reading.InUsd)],
        },
    };
}
