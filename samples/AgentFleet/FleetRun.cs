using System.Runtime.InteropServices;
using Tidemark.Instrumentation;
using Tidemark.Samples.AgentFleet.Coding;

namespace Tidemark.Samples.AgentFleet;

/// <summary>A run of the sample, from its pipeline to its last output line.</summary>
internal static class FleetRun
{
    private static readonly TimeSpan FlushTimeout = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync(FleetOptions options, TimeProvider time)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

        var tally = new FleetTally();
        using var losses = new ExportLosses();
        if (options.PlaysCodingTeam)
        {
            using var telemetry = new CodingTelemetry(options);
            await new CodingTeam(telemetry, options, tally, time).PlayAsync(stop.Token);
        }
        else
        {
            await PlayFleetAsync(options, losses, tally, time, stop.Token);
        }

        var troubles = losses.Describe();
        foreach (var trouble in troubles)
            Console.Error.WriteLine(trouble);
        Console.WriteLine(tally);
        return troubles.Count == 0 ? 0 : 1;

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stop.Cancel();
        }
    }

    private static async Task PlayFleetAsync(
        FleetOptions options, ExportLosses losses, FleetTally tally, TimeProvider time, CancellationToken cancellationToken)
    {
        using var pipeline = TidemarkPipeline.Start(options.Service, export =>
        {
            export.Endpoint = options.Endpoint;
            export.Protocol = options.Protocol;
            export.RetryDirectory = losses.WaitingDirectory;
        });
        await new Fleet(pipeline.Client, options, tally, time).PlayAsync(cancellationToken);
        pipeline.Flush(FlushTimeout);
    }
}
