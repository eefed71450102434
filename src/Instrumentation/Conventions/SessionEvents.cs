namespace Tidemark.Conventions;

/// <summary>Log events that open and close a session (semantic-conventions 1.44.0).</summary>
internal static class SessionEvents
{
    public const string Start = "session.start";
    public const string End = "session.end";
}
