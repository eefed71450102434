namespace Tidemark.Collector.Diagnostics.Commands;

/// <summary>A command of the collector's executable.</summary>
internal interface ICommand
{
    /// <summary>The command's name, first on the command line; further entries are aliases.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Usage and description for <c>--help</c>.</summary>
    IReadOnlyList<(string Form, string Does)> Help { get; }

    /// <returns>The process's exit code.</returns>
    Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken);
}
