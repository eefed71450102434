using Tidemark.Collector.Receive.Status;

namespace Tidemark.Collector.Receive.Grpc;

/// <summary>Refusals specific to gRPC.</summary>
internal static class GrpcRefusal
{
    public static Refusal UnknownMethod() => new(
        RpcCode.Unimplemented,
        StatusCodes.Status404NotFound,
        $"there is no such method; OTLP over gRPC has {string.Join(", ", OtlpRoutes.Grpc.Keys.Order(StringComparer.Ordinal))}");

    public static Refusal UnknownHealthMethod() =>
        new(RpcCode.Unimplemented, StatusCodes.Status404NotFound, "there is no such method; grpc.health.v1.Health has Check and Watch");

    public static Refusal UnknownService() =>
        new(RpcCode.NotFound, StatusCodes.Status404NotFound, "there is no such service; ask for one of OTLP's, or for none by name");
}
