using System.Text.RegularExpressions;

namespace Tidemark.Collector.Recognise.Folding;

/// <summary>
/// Error types in one spelling: the name that the sender gave, without what its language puts around it
/// (<c>&lt;class 'openai.RateLimitError'&gt;</c>, <c>RateLimitError: ...</c>). Qualified names stay qualified. Text that is no name is
/// dropped, as it may hold what people said.
/// </summary>
internal static partial class ErrorTypes
{
    /// <summary>Words that say no more than that something failed.</summary>
    private static readonly HashSet<string> Generic = new(StringComparer.OrdinalIgnoreCase)
    {
        "_OTHER", "other", "unknown", "error", "exception", "failed", "failure", "true",
    };

    private static readonly HashSet<string> Nothing = new(StringComparer.OrdinalIgnoreCase) { "none", "null", "ok", "false", "undefined", "success" };

    /// <summary>
    /// Control flow that travels as an exception: a graph that pauses for a person, a generator that is done, a run that ends early.
    /// By the last part of the qualified name.
    /// </summary>
    private static readonly HashSet<string> ControlFlow = new(StringComparer.Ordinal)
    {
        // LangGraph
        "GraphInterrupt", "NodeInterrupt", "GraphBubbleUp", "ParentCommand", "Interrupt", "GraphDrained",
        // Python and its async generators
        "StopIteration", "StopAsyncIteration", "GeneratorExit",
        // Pydantic AI, OpenAI Agents, Agno, CrewAI, LlamaIndex, AutoGen, Mastra: waiting for approval or input, or done before the end
        "ApprovalRequired", "CallDeferred", "DeferredToolRequests", "ToolApprovalRequired", "StopAgentRun", "HumanFeedbackPending", "InputRequired",
        "UserInputRequired", "HumanInputRequired", "HumanInTheLoopInterrupt", "WorkflowSuspended", "WorkflowInterrupted", "SuspendError", "AgentInterrupt",
        "EarlyExit", "EarlyStop", "EarlyStopException", "EarlyStopping", "EarlyTermination", "StopWorkflow", "WorkflowStopped", "AgentFinish",
    };

    /// <summary>Empty where the text holds no name.</summary>
    public static string Clean(string text)
    {
        var match = Name().Match(text.Trim());
        if (!match.Success || Nothing.Contains(match.Groups["name"].Value)) return "";
        return match.Groups["name"].Value;
    }

    public static bool IsGeneric(string type) => type.Length == 0 || Generic.Contains(type);

    public static bool IsControlFlow(string type) => ControlFlow.Contains(type[(type.LastIndexOfAny(['.', ':', '+', '/']) + 1)..]);

    // A word, a qualified name or a number; what follows it after a colon, a bracket or a space is a message.
    [GeneratedRegex(
        @"^(?:<class ['""])?(?:[""'\[]+)?(?<name>[\p{L}\p{N}_][\p{L}\p{N}_.+$/`#-]*(?:::[\p{L}\p{N}_]+)*)(?:['""\]>]*$|[:(\[]|['""]?>?$|\s*\(|\s*:)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
