using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>A type of operation: its kind, and its name in OTel's terms (<c>gen_ai.operation.name</c>).</summary>
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

    /// <summary>A chain: frameworks wrap every small step in one, so that only the outermost is a workflow.</summary>
    public static readonly OperationType RootWorkflow = new(OperationKind.Workflow, "invoke_workflow") { OnlyAtRoot = true };

    /// <summary>An unknown name: the type follows from the span's attributes.</summary>
    public static readonly OperationType ByEvidence = new(OperationKind.Other, "");

    /// <summary>Known and ignored: it repeats other reports.</summary>
    public static readonly OperationType None = new(OperationKind.Other, "");

    /// <summary>Named by the library's user.</summary>
    public static readonly OperationType Custom = new(OperationKind.Other, "");

    public OperationKind Kind { get; } = kind;

    /// <summary>Empty: as sent (<see cref="Field.Verb"/>), otherwise <see cref="NameOtherwise"/>.</summary>
    public string Name { get; } = name;

    /// <summary>Name for operations of the kind if none is sent.</summary>
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
    /// On a client span below another span: the parent may report the same call, like a framework's <c>execute_tool</c> above an MCP
    /// client's <c>tools/call</c>. Then the parent counts.
    /// </summary>
    public bool MayBeWrapped { get; init; }

    /// <summary>Below another span it is not an operation of its own.</summary>
    public bool OnlyAtRoot { get; init; }

    /// <summary>True for protocols in which only the span kind distinguishes calls from requests.</summary>
    public bool FollowsSpanKind { get; init; }
}
