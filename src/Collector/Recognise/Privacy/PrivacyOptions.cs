namespace Tidemark.Collector.Recognise.Privacy;

/// <summary>Section <c>Tidemark</c>: what may reach the database.</summary>
public sealed class PrivacyOptions
{
    public const string Section = "Tidemark";

    public ContentMode Content { get; set; } = ContentMode.Drop;

    public UserIdMode UserId { get; set; } = UserIdMode.Plain;

    /// <summary>The secret that user ids are hashed with, at least 16 characters; a new one makes every user a new user.</summary>
    public string? UserIdKey { get; set; }
}
