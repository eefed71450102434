namespace Tidemark.Samples.AgentFleet.Cast;

/// <summary>An agent with its behaviour.</summary>
internal sealed record AgentProfile
{
    public required string Name { get; init; }

    public required string Workflow { get; init; }

    /// <summary>The first is its default; it switches to the others.</summary>
    public required IReadOnlyList<ModelProfile> Models { get; init; }

    public required IReadOnlyList<string> Tools { get; init; }

    public required IReadOnlyList<(string Name, string Action)> Dependencies { get; init; }

    /// <summary>Turns of a session, least and most.</summary>
    public (int Least, int Most) Turns { get; init; } = (3, 12);

    /// <summary>Maximum tool calls per turn.</summary>
    public int ToolCalls { get; init; } = 2;

    /// <summary>Growth of the context per turn, as a share of the model's window.</summary>
    public double Growth { get; init; } = 0.01;

    /// <summary>Context fill at which it compacts the conversation; above 1 = never.</summary>
    public double CompactsAt { get; init; } = 0.85;

    /// <summary>Share of operations that fail.</summary>
    public double Failures { get; init; } = 0.015;

    /// <summary>Share of turns whose workflow fails although no operation does.</summary>
    public double GivesUp { get; init; }

    /// <summary>Share of turns in which it switches to another model.</summary>
    public double Switches { get; init; } = 0.04;

    /// <summary>Share of turns that start with an embedding search.</summary>
    public double Retrieves { get; init; }

    /// <summary>Output tokens of an answer, typically.</summary>
    public int Answer { get; init; } = 300;
}
