namespace Tidemark.Collector.Diagnostics.Commands;

/// <summary>Tells everything that is wrong with the configuration, and touches nothing.</summary>
internal sealed class CheckCommand : ICommand
{
    public string Name => "--check";

    public async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var errors = ConfigurationErrors.Of(context.Services);
        foreach (var error in errors) await context.Output.WriteLineAsync(error.AsMemory(), cancellationToken);
        await context.Output.WriteLineAsync((errors.Count == 0 ? "The configuration is valid." : "The configuration is not valid.").AsMemory(), cancellationToken);
        return errors.Count == 0 ? 0 : 1;
    }
}
