namespace Tidemark.Instrumentation.Delivery;

/// <summary>What becomes of a request.</summary>
internal enum SendOutcomeKind
{
    /// <summary>The receiver has it.</summary>
    Delivered,

    /// <summary>It waits: the receiver is away, overloaded, or does not know the key or the path.</summary>
    Later,

    /// <summary>The receiver will never take it.</summary>
    Refused,
}
