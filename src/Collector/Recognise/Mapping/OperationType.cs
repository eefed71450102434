using Tidemark.Collector.Model;

namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>What an operation is: its kind, and its name in OTel's words (<c>gen_ai.operation.name</c>).</summary>
/// <remarks>Compared by reference.</remarks>
internal sealed class OperationType(OperationKind kind, string name)
{
    public static readonly OperationType Chat = new(OperationKind.Inference, "chat");
    public static readonly OperationType GenerateContent = new(OperationKind.Inference, "generate_content");
    public static readonly OperationType TextCompletion = new(OperationKind.Inference, "text_completion");
    public static readonly OperationType Embeddings = new(OperationKind.Embedding, "embeddings");
    public static readonly OperationType ExecuteTool = new(OperationKind.Tool, "execute_tool");
    public static readonly OperationType McpToolCall = new(OperationKind.Tool, "execute_tool") { MayBeWrapped = true };
    public static readonly OperationType InvokeAgent = new(OperationKind.Agent, "invoke_agent");
    public static readonly OperationType InvokeWorkflow = new(OperationKind.Workflow, "invoke_workflow");
    public static readonly OperationType Retrieval = new(OperationKind.Dependency, "retrieval");
    public static readonly OperationType Compaction = new(OperationKind.Other, "compaction");

    /// <summary>A call to another service on client spans, an incoming request on server spans.</summary>
    public static readonly OperationType Call = new(OperationKind.Dependency, "") { FollowsSpanKind = true };

    public static readonly OperationType CacheCall = new(OperationKind.Cache, "") { FollowsSpanKind = true };

    public static readonly OperationType Cache = new(OperationKind.Cache, "");

    public static readonly OperationType Dependency = new(OperationKind.Dependency, "");

    public static readonly OperationType Request = new(OperationKind.Request, "");

    /// <summary>A chain: frameworks wrap each small step in one, so that only the outermost is a workflow.</summary>
    public static readonly OperationType RootWorkflow = new(OperationKind.Workflow, "invoke_workflow") { OnlyAtRoot = true };

    /// <summary>A sender's own word for it: what it is follows from what it carries.</summary>
    public static readonly OperationType ByEvidence = new(OperationKind.Other, "");

    /// <summary>Known, and not worth keeping: it repeats what others report.</summary>
    public static readonly OperationType None = new(OperationKind.Other, "");

    /// <summary>Named so by the library's user.</summary>
    public static readonly OperationType Custom = new(OperationKind.Other, "");

    public OperationKind Kind { get; } = kind;

    /// <summary>Empty: as the sender calls it (<see cref="Field.Verb"/>), else <see cref="NameOtherwise"/>.</summary>
    public string Name { get; } = name;

    /// <summary>What operations of the kind are called where the sender has no word for it.</summary>
    public string NameOtherwise { get; } = kind switch
    {
        OperationKind.Inference => "chat",
        OperationKind.Embedding => "embeddings",
        OperationKind.Tool => "execute_tool",
        OperationKind.Agent => "invoke_agent",
        OperationKind.Workflow => "invoke_workflow",
        _ => "",
    };

    /// <summary>
    /// On a client span below another: that one may report the same call, as a framework's <c>execute_tool</c> does of an MCP
    /// client's <c>tools/call</c>. Then that one counts.
    /// </summary>
    public bool MayBeWrapped { get; init; }

    /// <summary>Below another span it is nothing of its own.</summary>
    public bool OnlyAtRoot { get; init; }

    /// <summary>True for protocols where only the span's kind distinguishes a call from a request.</summary>
    public bool FollowsSpanKind { get; init; }
}
