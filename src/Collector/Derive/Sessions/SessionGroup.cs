using Tidemark.Collector.Model.Sessions;

namespace Tidemark.Collector.Derive.Sessions;

/// <summary>What is new in one session. Its operations are a linked list through the batch, kept by <see cref="SessionGroups"/>.</summary>
internal sealed class SessionGroup(string sessionId)
{
    public const int None = -1;

    public string SessionId => sessionId;

    /// <summary>Position of its last operation in the batch.</summary>
    public int Last { get; set; } = None;

    public bool IsEmpty => Last == None && Notices.Count == 0;

    public IReadOnlyList<SessionNotice> Notices { get; private set; } = [];

    /// <summary>Earliest start of a session that names this one as its predecessor.</summary>
    public DateTime? SuccessorAt { get; private set; }

    public void Add(SessionNotice notice) => Notices = [.. Notices, notice];

    public void SucceedAt(DateTime at)
    {
        if (SuccessorAt is null || at < SuccessorAt) SuccessorAt = at;
    }
}
