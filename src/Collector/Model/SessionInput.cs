namespace Tidemark.Collector.Model;

/// <summary>What the fold of one session works on: what stands in the database (locked) and what is new.</summary>
internal sealed record SessionInput
{
    public required string SessionId { get; init; }

    /// <summary>Null = unknown session.</summary>
    public SessionState? State { get; init; }

    /// <summary>States of the conversations that <see cref="Operations"/> name, where they exist.</summary>
    public IReadOnlyList<ConversationState> Conversations { get; init; } = [];

    /// <summary>Operations that were really new, in any order.</summary>
    public IReadOnlyList<Operation> Operations { get; init; } = [];

    public IReadOnlyList<SessionSignal> Signals { get; init; } = [];

    /// <summary>
    /// Only when an inference among <see cref="Operations"/> is not later than the state's current model: the stored inferences
    /// from the last one before the earliest such operation on (all of them, where several started then), without the new ones.
    /// </summary>
    public IReadOnlyList<Turn> LaterTurns { get; init; } = [];

    /// <summary>
    /// The earliest start of a session that names this one as its predecessor, as far as this batch tells (or, for a session
    /// that is not known yet, as the database does).
    /// </summary>
    public DateTime? SuccessorAt { get; init; }

    /// <summary>The session was made up for a trace that names none.</summary>
    public bool Inferred { get; init; }
}
