using Tidemark.Collector.Receive.Status;

namespace Tidemark.Collector.Receive.Http;

/// <summary>Refusals specific to HTTP.</summary>
internal static class HttpRefusal
{
    public static Refusal UnknownPath() => new(
        RpcCode.Unimplemented,
        StatusCodes.Status404NotFound,
        $"unknown path; OTLP over HTTP is sent by POST to {string.Join(", ", OtlpRoutes.Http.Keys.Order(StringComparer.Ordinal))}");

    public static Refusal WrongMethod() => new(
        RpcCode.Unimplemented,
        StatusCodes.Status405MethodNotAllowed,
        "OTLP over HTTP is sent by POST");
}
