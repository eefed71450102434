namespace Tidemark.Collector.Model.Operations;

/// <summary>The kind of an operation. The numbers are stored: never renumber.</summary>
internal enum OperationKind : short
{
    Inference = 1,
    Embedding = 2,
    Tool = 3,
    Agent = 4,
    Workflow = 5,
    Cache = 6,
    Dependency = 7,
    Request = 8,
    Other = 9,
}
