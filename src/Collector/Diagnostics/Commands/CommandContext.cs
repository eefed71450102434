namespace Tidemark.Collector.Diagnostics.Commands;

/// <summary>The arguments, output and configuration of a command.</summary>
/// <param name="Arguments">The whole command line, including the command's name.</param>
internal sealed record CommandContext(IServiceCollection Services, IReadOnlyList<string> Arguments, TextWriter Output);
