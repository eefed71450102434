using System.IO.Pipelines;
using Tidemark.Collector.Decode;
using Tidemark.Collector.Receive.Body;
using Tidemark.Collector.Receive.Status;

namespace Tidemark.Collector.Receive.Grpc;

/// <summary>OTLP over gRPC: three unary methods, so that 5 bytes of framing and a status are all that is needed.</summary>
/// <remarks>https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md</remarks>
internal sealed class GrpcExportEndpoint(ExportEndpointServices services) : ExportEndpoint(services)
{
    protected override ExportCall ReadCall(HttpContext context)
    {
        var request = context.Request;
        if (!GrpcCall.IsGrpc(request))
            throw new RefusedException(Refusal.UnsupportedType(request.ContentType, GrpcCall.ContentType));
        if (!OtlpRoutes.Grpc.TryGetValue(request.Path.Value ?? "", out var signal) || !HttpMethods.IsPost(request.Method))
            throw new RefusedException(GrpcRefusal.UnknownMethod());
        var compression = GrpcCall.CompressionOf(context);
        return new ExportCall(signal, OtlpEncoding.Protobuf, compression);
    }

    protected override TimeSpan Deadline(HttpContext context)
    {
        var most = base.Deadline(context);
        return GrpcTimeout.TryRead(context.Request.Headers.GrpcTimeout, out var asked) && asked < most ? asked : most;
    }

    protected override Task<RequestBody> ReadBodyAsync(ExportCall call, PipeReader reader, CancellationToken cancellationToken) =>
        GrpcCall.ReadAsync(Bodies, Bodies.Limit, call.Compression, reader, cancellationToken);

    protected override async Task AnswerAsync(HttpContext context, ExportResult result)
    {
        if (!GrpcCall.Begin(context)) return;
        if (result.Refusal is { } refusal)
        {
            GrpcCall.Refuse(context.Response, refusal);
            return;
        }

        await context.Response.Body.WriteAsync(GrpcFrame.Wrap(ExportResponse.ToProtobuf(result)), context.RequestAborted);
        GrpcCall.Succeed(context.Response);
    }
}
