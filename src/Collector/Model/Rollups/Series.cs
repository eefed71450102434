using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Model.Rollups;

/// <summary>One combination of the low-cardinality dimensions. An empty string means "none", as the values are part of a key.</summary>
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
    /// <summary>Replaces a dimension's value once there are too many different ones.</summary>
    public const string Overflow = "__other__";
}
