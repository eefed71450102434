using Tidemark.Grafana.Lint;

return LintCommand.Run(args, Console.Out, Console.Error);
