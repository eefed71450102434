using System.Text;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>Derives names of agents, workflows and tools from span names, without the additions of frameworks, if no attribute has them.</summary>
internal static class EntityNames
{
    // Longer names are prose, which may be content.
    private const int MaxBytes = 80;

    private static readonly byte[][] Beginnings = Utf8(
    [
        "invoke_agent ", "invoke_workflow ", "execute_tool ", "agent_run [", "agent_run ", "agent run ", "MCP send tools/call ", "tools/call ",
        "running tool: ",
        "workflow_invoke ", "workflow.run ", "tool_call [", "tool_call ", "tool ", "agent ", "workflow ", "crew ", "anthropic.tool_use ", "Agent: ", "Tool: ",
        "Workflow: ",
        "claude_code.",
    ]);

    private static readonly byte[][] Ends = Utf8(
    [
        ".run_stream", ".on_messages_stream", ".on_messages", ".run_sync", ".run", ".arun", ".kickoff_async", ".kickoff", "._execute_core", ".__call__",
        ".acall",
        ".aforward", ".forward", ".ainvoke", ".invoke", ".workflow", ".agent", ".tool", ".task", " run", "]",
    ]);

    /// <summary>Names that describe the span instead of an agent, workflow or tool.</summary>
    private static readonly HashSet<string> Generic = new(StringComparer.OrdinalIgnoreCase)
    {
        "invoke_agent", "invoke_workflow", "execute_tool", "agent run", "agent_run", "agent", "workflow", "tool", "running tool", "interaction",
        "user_prompt", "agent_call", "tools/call", "handle", "call", "generate", "invocation", "turn",
    };

    /// <param name="model">The span's model: some senders append it to the operation.</param>
    /// <returns>Empty if the span's name contains no such name.</returns>
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> spanName, ReadOnlySpan<byte> model)
    {
        if (spanName.Length > MaxBytes || spanName.IndexOfAny("\n\r{"u8) >= 0) return default;
        var name = Stripped(spanName);
        if (name.StartsWith("ai."u8) || name.SequenceEqual(model) || Generic.Contains(Encoding.UTF8.GetString(name))) return default;
        return name;
    }

    private static ReadOnlySpan<byte> Stripped(ReadOnlySpan<byte> name)
    {
        foreach (var beginning in Beginnings)
        {
            if (!name.StartsWith(beginning)) continue;
            name = name[beginning.Length..];
            break;
        }

        foreach (var end in Ends)
        {
            if (name.Length > end.Length && name.EndsWith(end)) return name[..^end.Length];
        }

        return name;
    }

    private static byte[][] Utf8(string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];
}
