namespace Tidemark.Instrumentation.Delivery;

/// <summary>The answer to one request.</summary>
/// <param name="Kind">Whether the request is done with.</param>
/// <param name="Reason">Why it was not delivered, in words for the log.</param>
/// <param name="RetryAfter">When the receiver wants to be asked again.</param>
/// <param name="IsDoubtful">Whether this request itself may be what the receiver fails on.</param>
internal readonly record struct SendOutcome(SendOutcomeKind Kind, string? Reason = null, TimeSpan? RetryAfter = null, bool IsDoubtful = false)
{
    public static readonly SendOutcome Delivered = new(SendOutcomeKind.Delivered);

    public static SendOutcome Later(string reason, TimeSpan? retryAfter = null) => new(SendOutcomeKind.Later, reason, retryAfter);

    public static SendOutcome Refused(string reason) => new(SendOutcomeKind.Refused, reason);
}
