using Tidemark.Collector.Model;
using Tidemark.Collector.Receive.Compression;

namespace Tidemark.Collector.Receive.Status;

/// <summary>Why a request is refused, for both transports. It may be retried only if <see cref="RetryAfter"/> is set.</summary>
/// <param name="Code">Status code for gRPC, and in the body for HTTP.</param>
/// <param name="HttpStatus">Status for HTTP.</param>
/// <param name="Message">For the operator of the sender: what is wrong and how to fix it. Contains no payload and no secrets.</param>
/// <param name="RetryAfter">Null = permanent: the sender drops the data.</param>
/// <param name="Cause">The cause, if the request may be retried.</param>
internal sealed record Refusal(RpcCode Code, int HttpStatus, string Message, TimeSpan? RetryAfter = null, RefusalCause? Cause = null)
{
    public static Refusal Malformed(string message) => new(RpcCode.InvalidArgument, StatusCodes.Status400BadRequest, message);

    public static Refusal TooLarge(long limit) => new(
        RpcCode.ResourceExhausted,
        StatusCodes.Status413PayloadTooLarge,
        $"the request has more than {limit} bytes (as sent or decompressed); send smaller batches, or raise "
            + $"{ReceiveOptions.Section}:{nameof(ReceiveOptions.MaxRequestBytes)}");

    public static Refusal Unauthenticated() => new(
        RpcCode.Unauthenticated,
        StatusCodes.Status401Unauthorized,
        "the request has no API key that is known here; send the header 'authorization: Bearer <key>'");

    public static Refusal OtherRole() => new(
        RpcCode.PermissionDenied,
        StatusCodes.Status403Forbidden,
        $"the API key is for reading only; use one whose role is {nameof(Hosting.Access.KeyRole.Send)} or {nameof(Hosting.Access.KeyRole.Both)}");

    public static Refusal ForeignHost() => new(
        RpcCode.PermissionDenied,
        StatusCodes.Status403Forbidden,
        "the request is for a host name that is not known here; use the collector's address or localhost, or name the host in "
            + $"{ReceiveOptions.Section}:{nameof(Hosting.Access.AccessOptions.Hosts)}");

    public static Refusal TooSlow() => new(
        RpcCode.DeadlineExceeded,
        StatusCodes.Status408RequestTimeout,
        $"the body arrives slower than {ReceiveOptions.Section}:{nameof(ReceiveOptions.MinBytesPerSecond)} allows; send smaller requests, or lower it");

    public static Refusal UnsupportedType(string? sent, string wanted) => new(
        RpcCode.InvalidArgument,
        StatusCodes.Status415UnsupportedMediaType,
        sent is null ? $"the request has no content type; send {wanted}" : $"the request's content type is not supported; send {wanted}");

    public static Refusal UnsupportedEncoding() => new(
        RpcCode.Unimplemented,
        StatusCodes.Status415UnsupportedMediaType,
        $"the request's compression is not supported; send one of {Compressions.Accepted}");

    public static Refusal Unavailable(RefusalCause cause, string message, TimeSpan retryAfter) => new(
        RpcCode.Unavailable,
        StatusCodes.Status503ServiceUnavailable,
        message,
        retryAfter,
        cause);

    public static Refusal DeadlineExceeded() => new(
        RpcCode.DeadlineExceeded,
        StatusCodes.Status503ServiceUnavailable,
        "the deadline passed before the data's commit began; it is not stored and may be sent again",
        TimeSpan.FromSeconds(1),
        RefusalCause.Deadline);
}
