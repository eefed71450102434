namespace Tidemark.Collector.Diagnostics.Commands;

/// <summary>All commands.</summary>
internal static class CommandTable
{
    private static readonly ICommand[] All = [new CheckCommand(), new HealthCheckCommand(), new RepriceCommand(), new PricesCommand()];

    /// <summary>Null where the command line asks for none: then collect.</summary>
    public static ICommand? Find(IReadOnlyList<string> arguments) => arguments.Count == 0 ? null : Array.Find(All, command => command.Name == arguments[0]);
}
