namespace Tidemark.Conventions;

/// <summary>Attribute names of the session, user and error conventions (semantic-conventions 1.44.0).</summary>
internal static class SessionAttributes
{
    public const string SessionId = "session.id";
    public const string SessionName = "session.name";
    public const string SessionPreviousId = "session.previous_id";
    public const string UserId = "user.id";
    public const string ErrorType = "error.type";
}
