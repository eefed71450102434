namespace Tidemark.Collector.Store.Embedded;

/// <summary>The exit code and output of a command, standard output and error combined.</summary>
internal readonly record struct ToolResult(int ExitCode, string Output)
{
    private const int Lines = 3;

    /// <summary>The end of the output, on one line.</summary>
    public string LastLines => string.Join(' ', Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).TakeLast(Lines));
}
