using System.Globalization;
using System.IO.Pipelines;
using Microsoft.Net.Http.Headers;
using Tidemark.Collector.Decode;
using Tidemark.Collector.Receive.Body;
using Tidemark.Collector.Receive.Compression;
using Tidemark.Collector.Receive.Status;

namespace Tidemark.Collector.Receive.Grpc;

/// <summary>OTLP over gRPC: three unary methods, so 5 bytes of framing and a status.</summary>
/// <remarks>https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md</remarks>
internal sealed class GrpcExportEndpoint(ExportEndpointServices services) : ExportEndpoint(services)
{
    private const string ContentType = "application/grpc";
    private const string StatusDetails = "grpc-status-details-bin";

    protected override ExportCall ReadCall(HttpContext context)
    {
        var request = context.Request;
        if (!IsGrpc(request))
            throw new RefusedException(Refusal.UnsupportedType(request.ContentType, ContentType));
        if (!OtlpRoutes.Grpc.TryGetValue(request.Path.Value ?? "", out var signal) || !HttpMethods.IsPost(request.Method))
            throw new RefusedException(GrpcRefusal.UnknownMethod());
        if (!Compressions.TryFind(request.Headers.GrpcEncoding, out var compression))
        {
            context.Response.Headers.GrpcAcceptEncoding = Compressions.Accepted;
            throw new RefusedException(Refusal.UnsupportedEncoding());
        }

        return new ExportCall(signal, OtlpEncoding.Protobuf, compression);
    }

    protected override TimeSpan Deadline(HttpContext context)
    {
        var most = base.Deadline(context);
        return GrpcTimeout.TryRead(context.Request.Headers.GrpcTimeout, out var told) && told < most ? told : most;
    }

    protected override async Task<RequestBody> ReadBodyAsync(ExportCall call, PipeReader reader, CancellationToken cancellationToken)
    {
        var frame = new GrpcFrame(Bodies.Limit, call.Compression is not null);
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

        body.Compression = frame.IsCompressed ? call.Compression : null;
        return body;
    }

    protected override async Task AnswerAsync(HttpContext context, ExportOutcome outcome)
    {
        var response = context.Response;
        if (!IsGrpc(context.Request))
        {
            response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        response.ContentType = ContentType;
        if (outcome.Refusal is { } refusal)
        {
            response.Headers.GrpcStatus = ((int)refusal.Code).ToString(CultureInfo.InvariantCulture);
            response.Headers.GrpcMessage = GrpcMessage.Encode(refusal.Message);
            response.Headers[StatusDetails] = Convert.ToBase64String(StatusMessage.ToProtobuf(refusal));
            return;
        }

        await response.Body.WriteAsync(GrpcFrame.Wrap(ExportResponse.ToProtobuf(outcome)), context.RequestAborted);
        response.AppendTrailer(HeaderNames.GrpcStatus, "0");
    }

    private static bool IsGrpc(HttpRequest request) => request.ContentType?.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase) == true;
}
