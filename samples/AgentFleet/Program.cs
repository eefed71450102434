using Tidemark.Samples.AgentFleet;

if (!FleetOptions.TryParse(args, out var options, out var message))
{
    Console.Error.WriteLine(message);
    return args.Contains("--help") ? 0 : 2;
}

return await FleetRun.RunAsync(options, TimeProvider.System);
