using System.Globalization;
using System.Net;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.Delivery;

/// <summary>
/// Interprets responses as in the OTLP specification. Failures that an operator can fix (a wrong key or path) are retried as well: the data is
/// valid, and can be delivered once the setting is correct.
/// </summary>
internal static class OtlpAnswer
{
    /// <summary>A proxy may request any delay: a longer one would stop delivery long after the receiver is available again.</summary>
    private static readonly TimeSpan MaxRetryAfter = TimeSpan.FromMinutes(5);

    /// <summary>INVALID_ARGUMENT, FAILED_PRECONDITION, OUT_OF_RANGE: the receiver will never take it.</summary>
    private static readonly int[] GrpcRefusals = [3, 9, 11];

    /// <summary>UNKNOWN, INTERNAL, DATA_LOSS: the receiver failed, possibly on this request.</summary>
    private static readonly int[] GrpcFailures = [2, 13, 15];

    private static readonly HttpStatusCode[] HttpRefusals =
        [HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.UnsupportedMediaType, (HttpStatusCode)422];

    public static SendOutcome OfHttp(HttpResponseMessage response)
    {
        if (response.IsSuccessStatusCode)
            return SendOutcome.Delivered;

        var reason = $"HTTP {(int)response.StatusCode}";
        return HttpRefusals.Contains(response.StatusCode)
            ? SendOutcome.Refused(reason)
            : SendOutcome.Later(reason, RetryAfter(response)) with { MayBeRejected = response.StatusCode == HttpStatusCode.InternalServerError };
    }

    public static SendOutcome OfGrpc(HttpResponseMessage response)
    {
        if (!response.IsSuccessStatusCode)
            return SendOutcome.Later($"HTTP {(int)response.StatusCode}", RetryAfter(response));
        if (!int.TryParse(Header(response, "grpc-status"), NumberStyles.None, CultureInfo.InvariantCulture, out var status))
            return SendOutcome.Later("an answer without grpc-status: is it an OTLP/gRPC endpoint?");
        if (status == 0)
            return SendOutcome.Delivered;

        var reason = $"gRPC status {status}";
        return GrpcRefusals.Contains(status) ? SendOutcome.Refused(reason) : SendOutcome.Later(reason) with { MayBeRejected = GrpcFailures.Contains(status) };
    }

    private static string? Header(HttpResponseMessage response, string name)
    {
#if NET
        if (response.TrailingHeaders.TryGetValues(name, out var trailing))
            return trailing.FirstOrDefault();
#endif
        return response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        if (response.Headers.RetryAfter is not { } header || (header.Delta ?? header.Date?.UtcDateTime - Clock.UtcNow()) is not { } delay)
            return null;
        if (delay < TimeSpan.Zero)
            return TimeSpan.Zero;
        return delay < MaxRetryAfter ? delay : MaxRetryAfter;
    }
}
