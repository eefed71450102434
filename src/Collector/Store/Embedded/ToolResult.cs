namespace Tidemark.Collector.Store.Embedded;

/// <summary>How a command ended and what it said, standard output and error together.</summary>
internal readonly record struct ToolResult(int ExitCode, string Output)
{
    private const int Lines = 3;

    /// <summary>The end of it, in one line.</summary>
    public string LastLines => string.Join(' ', Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).TakeLast(Lines));
}
