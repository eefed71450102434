namespace Tidemark.Collector.Diagnostics.Commands;

/// <summary>Tells everything that is wrong with the configuration, and touches nothing.</summary>
internal sealed class CheckCommand : ICommand
{
    public string Name => "--check";

    public async Task<int> RunAsync(IServiceCollection services, TextWriter output, CancellationToken cancellationToken)
    {
        var errors = ConfigurationErrors.Of(services);
        foreach (var error in errors) await output.WriteLineAsync(error.AsMemory(), cancellationToken);
        await output.WriteLineAsync((errors.Count == 0 ? "The configuration is valid." : "The configuration is not valid.").AsMemory(), cancellationToken);
        return errors.Count == 0 ? 0 : 1;
    }
}
