namespace Tidemark.Collector.Diagnostics.Commands;

/// <summary>The arguments, output and configuration of a command.</summary>
/// <param name="Services">The collector's services, not yet built.</param>
/// <param name="Arguments">The whole command line, including the command's name.</param>
/// <param name="Output">What the command was asked for.</param>
/// <param name="Error">Why it failed.</param>
internal sealed record CommandContext(IServiceCollection Services, IReadOnlyList<string> Arguments, TextWriter Output, TextWriter Error)
{
    /// <summary>Shows how the command is used, on request or because its arguments are wrong.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> ShowUsageAsync(string usage, CancellationToken cancellationToken)
    {
        var isRequested = Arguments is [_, "--help" or "-h"];
        await (isRequested ? Output : Error).WriteLineAsync(usage.AsMemory(), cancellationToken);
        return isRequested ? 0 : 2;
    }

    /// <summary>Shows why the command failed.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> FailAsync(string reason, CancellationToken cancellationToken)
    {
        await Error.WriteLineAsync(reason.AsMemory(), cancellationToken);
        return 1;
    }
}
