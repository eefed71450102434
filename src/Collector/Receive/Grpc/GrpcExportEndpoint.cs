using System.Buffers.Binary;
using System.Globalization;
using System.IO.Pipelines;
using Tidemark.Collector.Decode;
using Tidemark.Collector.Receive.Body;
using Tidemark.Collector.Receive.Status;

namespace Tidemark.Collector.Receive.Grpc;

/// <summary>OTLP over gRPC: three unary methods, so 5 bytes of framing and a status.</summary>
/// <remarks>https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md</remarks>
internal sealed class GrpcExportEndpoint(ExportEndpointServices services) : ExportEndpoint(services)
{
    private const string ContentType = "application/grpc";

    protected override ExportCall ReadCall(HttpContext context)
    {
        var request = context.Request;
        if (request.ContentType?.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase) != true)
            throw new RefusedException(Refusal.UnsupportedType(request.ContentType, ContentType));
        if (!OtlpRoutes.Grpc.TryGetValue(request.Path.Value ?? "", out var signal) || !HttpMethods.IsPost(request.Method))
            throw new RefusedException(GrpcRefusal.UnknownMethod());
        if (!ContentCoding.TryRead(request.Headers.GrpcEncoding, out var isGzip))
        {
            context.Response.Headers.GrpcAcceptEncoding = "identity,gzip";
            throw new RefusedException(Refusal.UnsupportedEncoding());
        }

        return new ExportCall(signal, OtlpEncoding.Protobuf, isGzip);
    }

    protected override TimeSpan Deadline(HttpContext context)
    {
        var most = base.Deadline(context);
        return GrpcTimeout.TryRead(context.Request.Headers.GrpcTimeout, out var told) && told < most ? told : most;
    }

    protected override async Task<RequestBody> ReadBodyAsync(ExportCall call, PipeReader reader, CancellationToken cancellationToken)
    {
        var frame = new GrpcFrame(Bodies.Limit, call.IsGzip);
        var body = Bodies.Open();
        try
        {
            while (true)
            {
                var read = await reader.ReadAsync(cancellationToken);
                body.Append(frame.Unwrap(read.Buffer, out var consumed));
                reader.AdvanceTo(consumed, read.Buffer.End);
                if (read.IsCompleted) break;
            }

            frame.Complete();
        }
        catch
        {
            body.Dispose();
            throw;
        }

        return frame.IsCompressed ? Bodies.Inflate(body) : body;
    }

    protected override async Task AnswerAsync(HttpContext context, ExportOutcome outcome)
    {
        var response = context.Response;
        response.ContentType = ContentType;
        if (outcome.Refusal is { } refusal)
        {
            if (refusal.HttpStatus == StatusCodes.Status415UnsupportedMediaType && context.Request.ContentType?.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase) != true)
                response.StatusCode = refusal.HttpStatus;
            response.Headers.GrpcStatus = ((int)refusal.Code).ToString(CultureInfo.InvariantCulture);
            response.Headers.GrpcMessage = GrpcMessage.Encode(refusal.Message);
            response.Headers["grpc-status-details-bin"] = Convert.ToBase64String(StatusMessage.ToProtobuf(refusal));
            return;
        }

        response.DeclareTrailer("grpc-status");
        var message = ExportResponse.ToProtobuf(outcome);
        var framed = new byte[GrpcFrame.HeaderLength + message.Length];
        BinaryPrimitives.WriteUInt32BigEndian(framed.AsSpan(1), (uint)message.Length);
        message.CopyTo(framed, GrpcFrame.HeaderLength);
        await response.Body.WriteAsync(framed, context.RequestAborted);
        response.AppendTrailer("grpc-status", "0");
    }
}
