namespace Tidemark.Samples.AgentFleet.Cast;

/// <summary>An agent and its habits.</summary>
internal sealed record AgentProfile
{
    public required string Name { get; init; }

    public required string Workflow { get; init; }

    /// <summary>The first is its favourite; it switches to the others.</summary>
    public required IReadOnlyList<ModelProfile> Models { get; init; }

    public required IReadOnlyList<string> Tools { get; init; }

    public required IReadOnlyList<(string Name, string Action)> Dependencies { get; init; }

    /// <summary>Turns of a session, least and most.</summary>
    public (int Least, int Most) Turns { get; init; } = (3, 12);

    /// <summary>Tool calls in a turn, at most.</summary>
    public int ToolCalls { get; init; } = 2;

    /// <summary>What a turn adds to the context, as a share of the model's window.</summary>
    public double Growth { get; init; } = 0.01;

    /// <summary>How full the window is when it compacts the conversation; above 1 = it never does.</summary>
    public double CompactsAt { get; init; } = 0.85;

    /// <summary>Share of operations that fail.</summary>
    public double Failures { get; init; } = 0.015;

    /// <summary>Share of turns whose workflow fails though no single operation does.</summary>
    public double GivesUp { get; init; }

    /// <summary>Share of turns in which it takes up another model.</summary>
    public double Switches { get; init; } = 0.04;

    /// <summary>Share of turns that begin with a search by embedding.</summary>
    public double Retrieves { get; init; }

    /// <summary>Output tokens of an answer, typically.</summary>
    public int Answer { get; init; } = 300;
}
