namespace Tidemark.Conventions;

/// <summary>Values of <c>tidemark.operation.kind</c>, for operations that the GenAI conventions have no name for.</summary>
internal static class OperationKinds
{
    public const string Cache = "cache";
    public const string Dependency = "dependency";
    public const string Other = "other";
}
