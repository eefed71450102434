namespace Tidemark.Collector.Diagnostics.Commands;

/// <summary>Reports all configuration errors without starting anything.</summary>
internal sealed class CheckCommand : ICommand
{
    public IReadOnlyList<string> Names => ["--check"];

    public IReadOnlyList<(string Form, string Does)> Help =>
        [("--check [--KEY=VALUE ...]", "reports all configuration errors without starting anything")];

    public async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var errors = StartErrors.Of(context.Services);
        foreach (var error in errors) await context.Output.WriteLineAsync(error.AsMemory(), cancellationToken);
        await context.Output.WriteLineAsync(
            (errors.Count == 0 ? "The configuration is valid." : "The configuration is not valid.").AsMemory(), cancellationToken);
        return errors.Count == 0 ? 0 : 1;
    }
}
