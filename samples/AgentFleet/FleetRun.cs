using System.Runtime.InteropServices;
using Tidemark.Instrumentation;

namespace Tidemark.Samples.AgentFleet;

/// <summary>One run of the sample, from its pipeline to its last line of output.</summary>
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
        using (var pipeline = TidemarkPipeline.Start(options.Service, export =>
        {
            export.Endpoint = options.Endpoint;
            export.Protocol = options.Protocol;
            export.RetryDirectory = losses.WaitingDirectory;
        }))
        {
            await new Fleet(pipeline.Client, options, tally, time).PlayAsync(stop.Token);
            pipeline.Flush(FlushTimeout);
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
}
