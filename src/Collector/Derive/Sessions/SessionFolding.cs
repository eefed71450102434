using System.Runtime.InteropServices;
using Tidemark.Collector.Derive.Events;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Sessions;

namespace Tidemark.Collector.Derive.Sessions;

/// <summary>The fold of one session in progress: drafts of its rows and the sink for its events. Reused for the batch's next session.</summary>
internal sealed class SessionFolding(EventSink events)
{
    private readonly Dictionary<string, ConversationDraft> _conversations = [];
    private readonly Stack<ConversationDraft> _spare = [];
    private readonly List<Moment> _moments = [];
    private ArraySegment<ConversationState> _known;

    public EventSink Events { get; } = events;

    public SessionDraft Session { get; } = new();

    /// <summary>New inferences, ascending.</summary>
    public List<Turn> Turns { get; } = [];

    /// <summary>Starts a session and returns what is new in it, in event-time order.</summary>
    /// <param name="known">Rows of its conversations, if any.</param>
    public ReadOnlySpan<Moment> Begin(SessionGroups groups, SessionGroup group, SessionState? state, ArraySegment<ConversationState> known)
    {
        foreach (var (_, draft) in _conversations) _spare.Push(draft);
        _conversations.Clear();
        Turns.Clear();
        _known = known;
        Session.Load(group.SessionId, state);

        _moments.Clear();
        groups.AddOperationsTo(_moments, group);
        foreach (var notice in group.Notices)
            _moments.Add(new Moment(notice.At, notice.Kind == SessionNoticeKind.Start ? MomentKind.Start : MomentKind.End, Notice: notice));
        if (Earlier(group.SuccessorAt, state?.SuccessorAt) is { } successorAt) _moments.Add(new Moment(successorAt, MomentKind.Successor));

        // A chain is linked backwards; reversed it is mostly in order, and cheap to sort.
        _moments.Reverse();
        _moments.Sort();
        return CollectionsMarshal.AsSpan(_moments);
    }

    /// <summary>Returns the conversation of an operation; null = none.</summary>
    public ConversationDraft? ConversationOf(Operation operation)
    {
        if (Chains.IdOf(operation) is not { } id) return null;

        ref var draft = ref CollectionsMarshal.GetValueRefOrAddDefault(_conversations, id, out _);
        return draft ??= Open(id);
    }

    public void WriteTo(List<SessionState> sessions, List<ConversationState> conversations)
    {
        var session = Session.ToState();
        sessions.Add(session);
        foreach (var (_, draft) in _conversations) conversations.Add(draft.ToState(session));
    }

    // A successor reported earlier is applied again: new operations may have lasted until it began.
    private static DateTime? Earlier(DateTime? x, DateTime? y) => x is null || y < x ? y : x;

    private ConversationDraft Open(string id)
    {
        ConversationState? row = null;
        foreach (var state in _known)
        {
            if (state.ConversationId == id) row = state;
        }

        if (row is null) Session.Conversations++;
        var draft = _spare.TryPop(out var spare) ? spare : new ConversationDraft();
        draft.Load(Session.SessionId, id, row);
        return draft;
    }
}
