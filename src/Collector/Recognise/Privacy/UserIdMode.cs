namespace Tidemark.Collector.Recognise.Privacy;

/// <summary>What becomes of user ids.</summary>
public enum UserIdMode
{
    /// <summary>As sent, except e-mail addresses: these are dropped.</summary>
    Plain,

    /// <summary>HMAC-SHA-256 with <see cref="PrivacyOptions.UserIdKey"/>.</summary>
    Hash,

    Drop,
}
