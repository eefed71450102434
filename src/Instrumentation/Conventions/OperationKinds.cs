namespace Tidemark.Conventions;

/// <summary>Values of <c>tidemark.operation.kind</c>.</summary>
internal static class OperationKinds
{
    public const string Inference = "inference";
    public const string Embedding = "embedding";
    public const string Tool = "tool";
    public const string Agent = "agent";
    public const string Workflow = "workflow";
    public const string Cache = "cache";
    public const string Dependency = "dependency";
    public const string Request = "request";
    public const string Other = "other";
}
