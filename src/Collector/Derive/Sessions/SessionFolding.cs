using System.Runtime.InteropServices;
using Tidemark.Collector.Derive.Events;
using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Sessions;

/// <summary>One session's fold under way: drafts of its rows, and where its events go. Used again for the batch's next session.</summary>
internal sealed class SessionFolding(EventSink events)
{
    private readonly Dictionary<string, ConversationDraft> _conversations = [];
    private readonly List<Moment> _moments = [];
    private SessionInput _input = null!;

    public EventSink Events { get; } = events;

    public SessionDraft Session { get; private set; } = null!;

    public IReadOnlyCollection<ConversationDraft> Conversations => _conversations.Values;

    /// <summary>The new inferences, ascending.</summary>
    public List<Turn> Turns { get; } = [];

    /// <summary>What is new, in event-time order.</summary>
    public ReadOnlySpan<Moment> Begin(SessionInput input)
    {
        _input = input;
        _conversations.Clear();
        Turns.Clear();
        Session = input.State is null ? new SessionDraft(input) : new SessionDraft(input.State);

        _moments.Clear();
        for (var i = 0; i < input.Operations.Count; i++)
            _moments.Add(new Moment(input.Operations[i].Key.StartedAt, MomentKind.Operation, input.Operations[i]));
        foreach (var signal in input.Signals)
            _moments.Add(new Moment(signal.At, signal.Kind == SessionSignalKind.Start ? MomentKind.Start : MomentKind.End, Signal: signal));
        if (Earlier(input.SuccessorAt, input.State?.SuccessorAt) is { } successorAt) _moments.Add(new Moment(successorAt, MomentKind.Successor));
        _moments.Sort();
        return CollectionsMarshal.AsSpan(_moments);
    }

    /// <summary>The chain that an operation belongs to; null = none.</summary>
    public ConversationDraft? ConversationOf(Operation operation)
    {
        if (Chains.IdOf(operation) is not { } id) return null;

        ref var draft = ref CollectionsMarshal.GetValueRefOrAddDefault(_conversations, id, out _);
        return draft ??= Open(id);
    }

    // A successor told of before counts again: what is new may have gone on until it began.
    private static DateTime? Earlier(DateTime? x, DateTime? y) => x is null || y < x ? y : x;

    private ConversationDraft Open(string id)
    {
        foreach (var state in _input.Conversations)
        {
            if (state.ConversationId == id) return new ConversationDraft(state);
        }

        Session.Conversations++;
        return new ConversationDraft(Session.SessionId, id);
    }
}
