namespace Tidemark.Collector.Recognise.Privacy;

/// <summary>What happens to user ids.</summary>
public enum UserIdMode
{
    /// <summary>Stored as sent, except e-mail addresses, which are dropped.</summary>
    Plain,

    /// <summary>HMAC-SHA-256 with <see cref="PrivacyOptions.UserIdKey"/>.</summary>
    Hash,

    Drop,
}
