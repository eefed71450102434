namespace Tidemark.Collector.Model;

/// <summary>One combination of the low-cardinality dimensions. An empty string stands for "none": the value is a key.</summary>
internal sealed record Series(
    string Service,
    string Environment,
    OperationKind Kind,
    string Operation,
    string Provider,
    string Model,
    string Agent,
    string Workflow,
    string Tool,
    string Dependency)
{
    /// <summary>What a dimension's value becomes when too many different ones have been seen.</summary>
    public const string Overflow = "__other__";
}
