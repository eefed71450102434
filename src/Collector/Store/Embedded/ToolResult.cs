namespace Tidemark.Collector.Store.Embedded;

/// <summary>How a command ended and what it said, standard output and error together.</summary>
internal readonly record struct ToolResult(int ExitCode, string Output);
