namespace Tidemark.Collector.Diagnostics.Commands;

/// <summary><c>--help</c>: lists the commands, and the sources of settings.</summary>
internal sealed class HelpCommand : ICommand
{
    private const string Settings = """
        Settings come from appsettings.json in the working directory, from environment variables, and from the command line:
          TIDEMARK__RECEIVE__HTTP=0.0.0.0:4318 collector
          collector --Tidemark:Receive:Http=0.0.0.0:4318 --ConnectionStrings:Tidemark="Host=db;Username=tidemark"
        docs/configuration.md lists them all. Without any, the collector runs a PostgreSQL of its own, in .tidemark/pg.

        Listens on   127.0.0.1:4317 (OTLP/gRPC), 127.0.0.1:4318 (OTLP/HTTP), 127.0.0.1:8080 (HTTP API; open / to see whether data arrives)
        Exit codes   0 = done or stopped, 1 = failed (reasons are on standard error, those of --check on standard output), 2 = the command line is wrong
        """;

    public IReadOnlyList<string> Names => ["--help", "-h", "-?", "help"];

    public IReadOnlyList<(string Form, string Does)> Help => [("--help", "shows this help")];

    public async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await context.Output.WriteLineAsync(Text().AsMemory(), cancellationToken);
        return 0;
    }

    private static string Text()
    {
        (string Form, string Does)[] forms = [
            ("[--KEY=VALUE ...]", "receives OpenTelemetry and stores it, until stopped"), .. CommandTable.All.SelectMany(command => command.Help)
        ];
        var width = forms.Max(form => form.Form.Length);
        var lines = forms.Select(form => $"  collector {form.Form.PadRight(width)}  {form.Does}");
        return $"Tidemark's collector: OpenTelemetry for LLM sessions, models and tokens, into PostgreSQL.\n\n{string.Join('\n', lines)}\n\n{Settings}";
    }
}
