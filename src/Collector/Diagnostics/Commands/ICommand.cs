namespace Tidemark.Collector.Diagnostics.Commands;

/// <summary>Something that the collector's executable does instead of collecting.</summary>
internal interface ICommand
{
    /// <summary>The first word on the command line; further ones are other spellings.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>For <c>--help</c>: how it is written, and what it does.</summary>
    IReadOnlyList<(string Form, string Does)> Help { get; }

    /// <returns>The process's exit code.</returns>
    Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken);
}
