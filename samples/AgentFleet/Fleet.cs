using Tidemark.Instrumentation;
using Tidemark.Samples.AgentFleet.Cast;
using Tidemark.Samples.AgentFleet.Play;

namespace Tidemark.Samples.AgentFleet;

/// <summary>
/// Runs many sessions concurrently on one thread, one operation per step, so that a seed reproduces the run.
/// </summary>
internal sealed class Fleet(TidemarkClient tidemark, FleetOptions options, FleetTally tally, TimeProvider time)
{
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(10);

    private readonly Random _random = options.Seed is { } seed ? new Random(seed) : new Random();
    private readonly LinkedList<Actor> _actors = new();
    private readonly Weather _weather = new(tally);

    /// <summary>As many as keep the usual duration of operations at the requested rate.</summary>
    private readonly int _size = (int)Math.Clamp(Math.Min(options.Rate * 3, (options.Operations ?? long.MaxValue) / 25), 4, 4000);

    private long _sessionsBegun;

    public async Task PlayAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        try
        {
            while (!cancellationToken.IsCancellationRequested && !IsOver(time.GetElapsedTime(started)))
            {
                var due = (long)(time.GetElapsedTime(started).TotalSeconds * options.Rate * options.Speed) + 1;
                for (due = Math.Min(due, options.Operations ?? due); tally.Operations < due && !cancellationToken.IsCancellationRequested;)
                    Step();
                await Task.Delay(Breath, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        finally
        {
            foreach (var actor in _actors)
                actor.Dispose();
        }
    }

    private bool IsOver(TimeSpan elapsed) => elapsed >= options.Duration || tally.Operations >= options.Operations;

    private void Step()
    {
        if (_actors.Count < _size && (_actors.Count == 0 || _random.NextDouble() < 0.3))
            Enter(previous: null, options.Agents[_random.Next(options.Agents.Count)]);

        var actor = _actors.First!.Value;
        _actors.RemoveFirst();
        if (actor.IsResting(tally.Operations))
        {
            // Pauses are counted in operations of others, so not all sessions may pause at once.
            if (_actors.Count < _size / 2 || _actors.All(other => other.IsResting(tally.Operations)))
                Enter(previous: null, options.Agents[_random.Next(options.Agents.Count)]);
            _actors.AddLast(actor);
        }
        else if (actor.Step())
        {
            _actors.AddLast(actor);
        }
        else
        {
            actor.Dispose();
            if (actor.Script.HasSuccessor)
                Enter(actor.Script.SessionId, actor.Script.Agent);
        }
    }

    private void Enter(string? previous, AgentProfile agent)
    {
        var run = options.Seed is { } seed ? $"seed{seed}" : $"{time.GetUtcNow():yyMMddHHmmss}";
        var id = $"{agent.Name}-{run}-{++_sessionsBegun:00000}";
        var script = new SessionScript(
            tidemark, agent, new Random(_random.Next()), new SessionClock(time), tally, _weather, id, previous);
        _actors.AddLast(new Actor(script, options.Rate));
    }
}
