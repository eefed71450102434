namespace Tidemark.Collector.Diagnostics.Commands;

/// <summary>All commands.</summary>
internal static class CommandTable
{
    public static IReadOnlyList<ICommand> All { get; } = [
        new CheckCommand(), new PricesCommand(), new RepriceCommand(), new UsersCommand(), new ForgetCommand(), new DistributeCommand(),
        new HealthCheckCommand(), new HelpCommand(), new VersionCommand()
    ];

    /// <summary>Null if the command line names no command: then the collector runs.</summary>
    public static ICommand? Find(IReadOnlyList<string> arguments) =>
        arguments.Count == 0 ? null : All.FirstOrDefault(command => command.Names.Contains(arguments[0]));
}
