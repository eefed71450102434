using System.Text.RegularExpressions;

namespace Tidemark.Collector.Recognise.Normalisation;

/// <summary>
/// Normalises error types: the sender's name without the decoration of its language
/// (<c>&lt;class 'openai.RateLimitError'&gt;</c>, <c>RateLimitError: ...</c>). Qualified names stay qualified. Text that is not a name is
/// dropped, as it may be content.
/// </summary>
internal static partial class ErrorTypes
{
    /// <summary>Words that only mean that something failed.</summary>
    private static readonly HashSet<string> Generic = new(StringComparer.OrdinalIgnoreCase)
    {
        "_OTHER", "other", "unknown", "error", "exception", "failed", "failure", "true",
    };

    private static readonly HashSet<string> Nothing = new(StringComparer.OrdinalIgnoreCase) { "none", "null", "ok", "false", "undefined", "success" };

    /// <summary>
    /// Exceptions used for control flow: a graph that pauses for a person, an exhausted generator, a run that ends early.
    /// Matched by the last part of the qualified name.
    /// </summary>
    private static readonly HashSet<string> ControlFlow = new(StringComparer.Ordinal)
    {
        // LangGraph
        "GraphInterrupt", "NodeInterrupt", "GraphBubbleUp", "ParentCommand", "Interrupt", "GraphDrained",
        // Python and its async generators
        "StopIteration", "StopAsyncIteration", "GeneratorExit",
        // Pydantic AI, OpenAI Agents, Agno, CrewAI, LlamaIndex, AutoGen, Mastra: waiting for approval or input, or finished early
        "ApprovalRequired", "CallDeferred", "DeferredToolRequests", "ToolApprovalRequired", "StopAgentRun", "HumanFeedbackPending", "InputRequired",
        "UserInputRequired", "HumanInputRequired", "HumanInTheLoopInterrupt", "WorkflowSuspended", "WorkflowInterrupted", "SuspendError", "AgentInterrupt",
        "EarlyExit", "EarlyStop", "EarlyStopException", "EarlyStopping", "EarlyTermination", "StopWorkflow", "WorkflowStopped", "AgentFinish",
    };

    /// <summary>Empty if the text contains no name.</summary>
    public static string Clean(string text)
    {
        var match = Name().Match(text.Trim());
        if (!match.Success || Nothing.Contains(match.Groups["name"].Value)) return "";
        return match.Groups["name"].Value;
    }

    public static bool IsGeneric(string type) => type.Length == 0 || Generic.Contains(type);

    public static bool IsControlFlow(string type) => ControlFlow.Contains(type[(type.LastIndexOfAny(['.', ':', '+', '/']) + 1)..]);

    // A word, a qualified name or a number; what follows a colon, bracket or space is a message.
    [GeneratedRegex(
        @"^(?:<class ['""])?(?:[""'\[]+)?(?<name>[\p{L}\p{N}_][\p{L}\p{N}_.+$/`#-]*(?:::[\p{L}\p{N}_]+)*)(?:['""\]>]*$|[:(\[]|['""]?>?$|\s*\(|\s*:)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
