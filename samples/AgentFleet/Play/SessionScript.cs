using Tidemark.Instrumentation;
using Tidemark.Samples.AgentFleet.Cast;

namespace Tidemark.Samples.AgentFleet.Play;

/// <summary>A session: workflow runs, each with an agent run, model calls, tools, lookups and failures.</summary>
internal sealed class SessionScript(
    TidemarkClient tidemark,
    AgentProfile agent,
    Random random,
    SessionClock clock,
    FleetTally tally,
    Weather weather,
    string sessionId,
    string? previousId)
{
    private static readonly TimeSpan NoRest = TimeSpan.Zero;
    private const int Attempts = 3;

    private readonly Conversation _conversation = new(agent, random, $"{sessionId}-c1");
    private bool _gaveUp;

    public string SessionId => sessionId;

    public AgentProfile Agent => agent;

    public FleetTally Tally => tally;

    /// <summary>Whether another session follows and names this one as its predecessor.</summary>
    public bool HasSuccessor { get; private set; }

    /// <summary>The pause after each operation.</summary>
    public IEnumerable<TimeSpan> Play()
    {
        var session = tidemark.StartSession(sessionId, User(), agent.Name, agent.Workflow, previousId);
        tally.Sessions++;
        var ending = random.NextDouble();
        HasSuccessor = ending < 0.15;
        var isAbandoned = ending > 0.8;
        try
        {
            var stage = new Stage(session, agent, random, clock, tally, weather);
            for (var turns = random.Next(agent.Turns.Least, agent.Turns.Most + 1); turns > 0; turns--)
            {
                foreach (var _ in Turn(session, stage))
                    yield return NoRest;
                if (random.NextDouble() < 0.02)
                {
                    stage.WriteSession();
                    yield return TimeSpan.FromSeconds(random.Next(310, 420));
                }
            }
        }
        finally
        {
            if (!isAbandoned && !HasSuccessor)
                session.Dispose();
        }
    }

    private IEnumerable<int> Turn(TidemarkSession session, Stage stage)
    {
        var begins = clock.Last;
        using (var workflow = session.StartWorkflow(agent.Workflow, begins))
        using (var run = session.StartAgent(agent.Name, begins))
        {
            try
            {
                yield return stage.ReadSession();
                if (random.NextDouble() < agent.Retrieves)
                {
                    yield return stage.Embed();
                    yield return stage.Depend();
                }

                foreach (var step in Think(stage))
                    yield return step;
                if (_gaveUp || random.NextDouble() < agent.GivesUp)
                {
                    run.SetError(_gaveUp ? "model_unavailable" : "goal_not_reached");
                    workflow.SetError(_gaveUp ? "model_unavailable" : "goal_not_reached");
                }
            }
            finally
            {
                tally.Operations += 2;
            }
        }

        yield return stage.WriteSession();
    }

    private IEnumerable<int> Think(Stage stage)
    {
        _gaveUp = false;
        _conversation.BeginTurn();
        if (_conversation.ShouldCompact)
        {
            yield return stage.Summarise(_conversation);
            _conversation.Compact();
        }

        for (var calls = random.Next(agent.ToolCalls + 1); calls >= 0; calls--)
        {
            for (var attempt = 1; !stage.Ask(_conversation, isLast: calls == 0); attempt++)
            {
                yield return 0;
                _gaveUp = attempt == Attempts;
                if (_gaveUp)
                    yield break;
            }

            yield return 0;
            if (calls == 0)
                break;

            yield return stage.UseTool(_conversation);
            if (random.NextDouble() < 0.6)
                yield return stage.Depend();
        }
    }

    // Few users cause most of the traffic.
    private string User() => $"user-{1 + (int)(400 * Math.Pow(random.NextDouble(), 3)):000}";
}
