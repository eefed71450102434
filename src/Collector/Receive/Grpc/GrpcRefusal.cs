using Tidemark.Collector.Receive.Status;

namespace Tidemark.Collector.Receive.Grpc;

/// <summary>Refusals that only gRPC knows.</summary>
internal static class GrpcRefusal
{
    public static Refusal UnknownMethod() => new(
        RpcCode.Unimplemented,
        StatusCodes.Status404NotFound,
        $"there is no such method; OTLP over gRPC has {string.Join(", ", OtlpRoutes.Grpc.Keys.Order(StringComparer.Ordinal))}");
}
