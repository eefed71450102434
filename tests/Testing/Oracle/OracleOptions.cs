using Tidemark.Testing.Oracle.Faults;

namespace Tidemark.Testing.Oracle;

/// <summary>One run of the oracle.</summary>
internal sealed record OracleOptions(int Seed, TimeSpan Duration)
{
    public int Collectors { get; init; } = 2;

    public int Producers { get; init; } = 4;

    /// <summary>Of all producers together, so that a run measures faults and not how fast this machine is.</summary>
    public int CallsPerSecond { get; init; } = 2000;

    /// <summary>Share of requests that also carry calls which were acknowledged before.</summary>
    public double Replays { get; init; } = 0.3;

    /// <summary>
    /// Calls in several forms, with mirrors, late sessions, late agents and usage of agents are in the mix; their late parts come up to
    /// so long after the others. Null = plain calls only.
    /// </summary>
    public TimeSpan? Latest { get; init; }

    /// <summary>The producers go on until so many calls were sent again after they had been acknowledged, however slow the machine.</summary>
    public int LeastReplayed { get; init; }

    /// <summary>Faults go on until so many have struck, however slow the machine.</summary>
    public int LeastStrikes { get; init; }

    /// <summary>Longest pause between two faults.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>A deck: shuffled, struck one after the other, then shuffled again.</summary>
    public IReadOnlyList<IFault> Faults { get; init; } = AllFaults.Deck;

    /// <summary>Configuration of the collectors, beside what the harness sets.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
