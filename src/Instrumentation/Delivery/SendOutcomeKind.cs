namespace Tidemark.Instrumentation.Delivery;

/// <summary>Result of sending a request.</summary>
internal enum SendOutcomeKind
{
    /// <summary>Delivered.</summary>
    Delivered,

    /// <summary>To be retried: the receiver is unavailable or overloaded, or does not accept the key or the path.</summary>
    Later,

    /// <summary>Permanently refused.</summary>
    Refused,
}
