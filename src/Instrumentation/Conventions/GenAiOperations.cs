namespace Tidemark.Conventions;

/// <summary>Well-known values of <c>gen_ai.operation.name</c>.</summary>
internal static class GenAiOperations
{
    public const string Chat = "chat";
    public const string Embeddings = "embeddings";
    public const string ExecuteTool = "execute_tool";
    public const string InvokeAgent = "invoke_agent";
    public const string InvokeWorkflow = "invoke_workflow";
}
