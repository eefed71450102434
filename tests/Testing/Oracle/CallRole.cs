namespace Tidemark.Testing.Oracle;

/// <summary>The role of an issued call in its trace. The roles of a pair are issued one after the other and share a trace.</summary>
/// <param name="IsPlain">A complete model call in a trace of its own.</param>
internal sealed record CallRole(bool IsPlain = false)
{
    public static readonly CallRole Plain = new(IsPlain: true);

    private static readonly CallRole[][] Pairs =
    [
        // Two instrumentations report one call: the inner report counts.
        [new() { IsMirror = true, CountsUsage = false }, new() { IsBelow = true, IsOfOtherScope = true }],
        // The session is named by a span that is not an operation and arrives late.
        [new() { IsRow = false, IsLate = true }, new() { IsBelow = true, NamesSession = false }],
        // The agent's span arrives late.
        [new() { IsAgent = true, HasUsage = false, CountsUsage = false, IsLate = true }, new() { IsBelow = true, IsOfAgent = true }],
        // Only the agent reports usage.
        [new() { IsAgent = true }, new() { IsBelow = true, IsOfAgent = true, HasUsage = false, CountsUsage = false }],
        // The agent's usage has already been counted when the call below it arrives.
        [new() { IsAgent = true, CountsUsage = false }, new() { IsBelow = true, IsOfAgent = true, IsLate = true }],
        // The span and the log event of one call.
        [new(), new() { IsBelow = true, IsRow = false, IsEvent = true }],
        [new() { IsLate = true }, new() { IsBelow = true, IsRow = false, IsEvent = true }],
        // A prompt to a coding agent, and the call that it caused.
        [new(), new() { IsBelow = true, IsRow = false, IsEvent = true, IsPrompt = true, CountsUsage = false }],
    ];

    /// <summary>The second of a pair, a child of the first within its time.</summary>
    public bool IsBelow { get; private init; }

    /// <summary>Whether it is an operation once its trace is complete.</summary>
    public bool IsRow { get; private init; } = true;

    public bool IsMirror { get; private init; }

    public bool IsOfOtherScope { get; private init; }

    public bool IsAgent { get; private init; }

    /// <summary>Below an agent's run: belongs to that agent without naming it.</summary>
    public bool IsOfAgent { get; private init; }

    /// <summary>A log record with the ids of the first's span.</summary>
    public bool IsEvent { get; private init; }

    /// <summary>A counted event of a coding agent, not a report of a call.</summary>
    public bool IsPrompt { get; private init; }

    /// <summary>Sent late.</summary>
    public bool IsLate { get; private init; }

    public bool NamesSession { get; private init; } = true;

    public bool HasUsage { get; private init; } = true;

    /// <summary>Whether its usage counts once its trace is complete.</summary>
    public bool CountsUsage { get; private init; } = true;

    /// <summary>The roles of the next calls: mostly a plain call, often a pair.</summary>
    public static IReadOnlyList<CallRole> From(int number) => number % 8 == 0 ? Pairs[number / 8 % Pairs.Length] : [Plain];
}
