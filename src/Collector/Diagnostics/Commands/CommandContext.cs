namespace Tidemark.Collector.Diagnostics.Commands;

/// <summary>What a command works with.</summary>
/// <param name="Arguments">The whole command line, the command's name first.</param>
internal sealed record CommandContext(IServiceCollection Services, IReadOnlyList<string> Arguments, TextWriter Output);
