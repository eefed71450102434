using Tidemark.Testing.Oracle.Faults;

namespace Tidemark.Testing.Oracle;

/// <summary>Options of a run of the oracle.</summary>
internal sealed record OracleOptions(int Seed, TimeSpan Duration)
{
    public int Collectors { get; init; } = 2;

    public int Producers { get; init; } = 4;

    /// <summary>Calls per second of all producers, so that a run does not depend on the machine's speed.</summary>
    public int CallsPerSecond { get; init; } = 2000;

    /// <summary>Share of requests that also contain acknowledged calls.</summary>
    public double Replays { get; init; } = 0.3;

    /// <summary>
    /// Calls in several forms, with mirrors, late sessions, late agents and usage of agents are in the mix; their late parts come up to
    /// so long after the others. Null = plain calls only.
    /// </summary>
    public TimeSpan? Latest { get; init; }

    /// <summary>Minimum calls resent after their acknowledgement, however slow the machine.</summary>
    public int LeastReplayed { get; init; }

    /// <summary>Minimum number of faults, however slow the machine.</summary>
    public int LeastStrikes { get; init; }

    /// <summary>Longest pause between two faults.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The faults, in a new random order in each round.</summary>
    public IReadOnlyList<IFault> Faults { get; init; } = AllFaults.Deck;

    /// <summary>Additional configuration of the collectors.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
