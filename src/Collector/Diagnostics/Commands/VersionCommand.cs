using System.Reflection;

namespace Tidemark.Collector.Diagnostics.Commands;

/// <summary><c>--version</c>: the version of this build, as in release notes and package names.</summary>
internal sealed class VersionCommand : ICommand
{
    public IReadOnlyList<string> Names => ["--version"];

    public IReadOnlyList<(string Form, string Does)> Help => [("--version", "prints the version")];

    public async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var version = typeof(VersionCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        await context.Output.WriteLineAsync($"Tidemark collector {version}".AsMemory(), cancellationToken);
        return 0;
    }
}
