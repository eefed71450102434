namespace Tidemark.Instrumentation.Sessions;

/// <summary>Session, conversation, user, agent and workflow of a span or log record.</summary>
internal readonly record struct Identity(string? Session, string? Conversation, string? User, string? Agent, string? Workflow)
{
    /// <summary>Name and labels of the session; <see langword="null"/> = it was not started or continued in this flow.</summary>
    public SessionDetails? Details { get; init; }

    /// <summary>This identity with missing parts taken from <paramref name="other"/>.</summary>
    public Identity Or(in Identity other) => new(
        Session ?? other.Session,
        Conversation ?? other.Conversation,
        User ?? other.User,
        Agent ?? other.Agent,
        Workflow ?? other.Workflow)
    {
        Details = Details ?? (Session is null || Session == other.Session ? other.Details : null),
    };
}
