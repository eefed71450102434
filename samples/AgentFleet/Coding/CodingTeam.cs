namespace Tidemark.Samples.AgentFleet.Coding;

/// <summary>Developers who work with a coding agent, at the requested rate.</summary>
internal sealed class CodingTeam(CodingTelemetry telemetry, FleetOptions options, FleetTally tally, TimeProvider time)
{
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);
    private static readonly string[] Developers = ["dev-amara", "dev-bruno", "dev-chen", "dev-dilara"];

    private readonly Random _random = options.Seed is { } seed ? new Random(seed) : new Random();

    public async Task PlayAsync(CancellationToken cancellationToken)
    {
        var sessions = Developers.Select(Begin).ToArray();
        var started = time.GetTimestamp();
        while (!cancellationToken.IsCancellationRequested && !(time.GetElapsedTime(started) >= options.Duration) && !(tally.Operations >= options.Operations))
        {
            var due = Math.Min((long)(time.GetElapsedTime(started).TotalSeconds * options.Rate * options.Speed) + 1, options.Operations ?? long.MaxValue);
            while (tally.Operations < due && !cancellationToken.IsCancellationRequested)
            {
                var next = _random.Next(sessions.Length);
                if (!sessions[next].Step()) sessions[next] = Begin(Developers[next]);
            }

            await Task.Delay(Breath, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private CodingSession Begin(string developer) => new(telemetry, new Random(_random.Next()), tally, time, developer);
}
