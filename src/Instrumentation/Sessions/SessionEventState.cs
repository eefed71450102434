using System.Collections;
using Tidemark.Conventions;

namespace Tidemark.Instrumentation.Sessions;

/// <summary>The attributes of a session event as a structured log state.</summary>
internal sealed class SessionEventState(string eventName, string sessionId, string? previousId) : IReadOnlyList<KeyValuePair<string, object?>>
{
    public int Count => previousId is null ? 1 : 2;

    public KeyValuePair<string, object?> this[int index] => index switch
    {
        0 => new(SessionAttributes.SessionId, sessionId),
        1 when previousId is not null => new(SessionAttributes.SessionPreviousId, previousId),
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => $"{eventName} {sessionId}";
}
