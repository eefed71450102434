using Tidemark.Collector.Model.Batches;
using Tidemark.Collector.Model.Sessions;

namespace Tidemark.Collector.Derive.Sessions;

/// <summary>The rows that a batch is folded onto, returned session by session in ordinal order of their ids.</summary>
internal sealed class SessionRows
{
    private readonly SessionState[] _sessions;
    private readonly ConversationState[] _conversations;
    private int _nextSession;
    private int _nextConversation;

    public SessionRows(LockedState state)
    {
        _sessions = [.. state.Sessions];
        _conversations = [.. state.Conversations];
        Array.Sort(_sessions, static (x, y) => string.CompareOrdinal(x.SessionId, y.SessionId));
        Array.Sort(_conversations, static (x, y) => string.CompareOrdinal(x.SessionId, y.SessionId));
    }

    /// <summary>Returns a session's row and those of its conversations; ids must be passed in ascending order.</summary>
    public (SessionState? Session, ArraySegment<ConversationState> Conversations) Of(string sessionId)
    {
        while (_nextSession < _sessions.Length && string.CompareOrdinal(_sessions[_nextSession].SessionId, sessionId) < 0) _nextSession++;
        while (_nextConversation < _conversations.Length && string.CompareOrdinal(_conversations[_nextConversation].SessionId, sessionId) < 0)
            _nextConversation++;

        var first = _nextConversation;
        while (_nextConversation < _conversations.Length && _conversations[_nextConversation].SessionId == sessionId) _nextConversation++;
        var session = _nextSession < _sessions.Length && _sessions[_nextSession].SessionId == sessionId ? _sessions[_nextSession] : null;
        return (session, new ArraySegment<ConversationState>(_conversations, first, _nextConversation - first));
    }
}
