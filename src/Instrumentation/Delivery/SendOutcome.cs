namespace Tidemark.Instrumentation.Delivery;

/// <summary>The result of sending a request.</summary>
/// <param name="Kind">Whether the request is finished.</param>
/// <param name="Reason">Why it was not delivered, for log messages.</param>
/// <param name="RetryAfter">Delay requested by the receiver.</param>
/// <param name="MayBeRejected">Whether this request itself may be the cause of the receiver's failure.</param>
internal readonly record struct SendOutcome(SendOutcomeKind Kind, string? Reason = null, TimeSpan? RetryAfter = null, bool MayBeRejected = false)
{
    public static readonly SendOutcome Delivered = new(SendOutcomeKind.Delivered);

    public static SendOutcome Later(string reason, TimeSpan? retryAfter = null) => new(SendOutcomeKind.Later, reason, retryAfter);

    public static SendOutcome Refused(string reason) => new(SendOutcomeKind.Refused, reason);
}
