namespace Tidemark.Testing.Oracle;

/// <summary>What an issued call is in its trace. Roles of a pair are issued one after the other and share a trace.</summary>
/// <param name="IsPlain">A model call in a trace of its own, which says all there is to say.</param>
internal sealed record CallRole(bool IsPlain = false)
{
    public static readonly CallRole Plain = new(IsPlain: true);

    private static readonly CallRole[][] Pairs =
    [
        // Two instrumentations report one call: the inner report counts.
        [new() { IsMirror = true, CountsUsage = false }, new() { IsBelow = true, IsOfOtherScope = true }],
        // The session is named by a span that is no operation, and comes late.
        [new() { IsRow = false, IsLate = true }, new() { IsBelow = true, NamesSession = false }],
        // The agent's span comes late.
        [new() { IsAgent = true, HasUsage = false, CountsUsage = false, IsLate = true }, new() { IsBelow = true, IsOfAgent = true }],
        // Nobody but the agent reports usage.
        [new() { IsAgent = true }, new() { IsBelow = true, IsOfAgent = true, HasUsage = false, CountsUsage = false }],
        // The agent's usage has counted for a while when the call below it arrives.
        [new() { IsAgent = true, CountsUsage = false }, new() { IsBelow = true, IsOfAgent = true, IsLate = true }],
        // The span and the log event of one call.
        [new(), new() { IsBelow = true, IsRow = false, IsEvent = true }],
        [new() { IsLate = true }, new() { IsBelow = true, IsRow = false, IsEvent = true }],
        // What somebody asked a coding agent, and the call that it was asked with.
        [new(), new() { IsBelow = true, IsRow = false, IsEvent = true, IsPrompt = true, CountsUsage = false }],
    ];

    /// <summary>The second of its pair: inside the first one's time, and its child.</summary>
    public bool IsBelow { get; private init; }

    /// <summary>Whether it is an operation to be seen when all of its trace has come.</summary>
    public bool IsRow { get; private init; } = true;

    public bool IsMirror { get; private init; }

    public bool IsOfOtherScope { get; private init; }

    public bool IsAgent { get; private init; }

    /// <summary>Below an agent's run: of that agent, though it does not say so.</summary>
    public bool IsOfAgent { get; private init; }

    /// <summary>A log record with the ids of the first's span.</summary>
    public bool IsEvent { get; private init; }

    /// <summary>An event that is counted, of a coding agent; no report of a call.</summary>
    public bool IsPrompt { get; private init; }

    /// <summary>Sent long after it was issued.</summary>
    public bool IsLate { get; private init; }

    public bool NamesSession { get; private init; } = true;

    public bool HasUsage { get; private init; } = true;

    /// <summary>Whether its usage counts when all of its trace has come.</summary>
    public bool CountsUsage { get; private init; } = true;

    /// <summary>The roles to issue from a number on: mostly a plain call, often a pair.</summary>
    public static IReadOnlyList<CallRole> From(int number) => number % 8 == 0 ? Pairs[number / 8 % Pairs.Length] : [Plain];
}
