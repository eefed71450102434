namespace Tidemark.Collector.Recognise.Privacy;

/// <summary>Section <c>Tidemark</c>: what may be stored.</summary>
public sealed class PrivacyOptions
{
    public const string Section = "Tidemark";

    public ContentMode Content { get; set; } = ContentMode.Drop;

    public UserIdMode UserId { get; set; } = UserIdMode.Plain;

    /// <summary>The secret for hashing user ids, at least 16 characters; with a new one every user becomes a new user.</summary>
    public string? UserIdKey { get; set; }
}
