namespace Tidemark.Collector.Diagnostics.Commands;

/// <summary>Something that the collector's executable does instead of collecting.</summary>
internal interface ICommand
{
    /// <summary>The first word on the command line.</summary>
    string Name { get; }

    /// <returns>The process's exit code.</returns>
    Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken);
}
