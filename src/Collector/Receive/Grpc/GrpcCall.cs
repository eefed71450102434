using System.Globalization;
using System.IO.Pipelines;
using Microsoft.Net.Http.Headers;
using Tidemark.Collector.Receive.Body;
using Tidemark.Collector.Receive.Compression;
using Tidemark.Collector.Receive.Status;

namespace Tidemark.Collector.Receive.Grpc;

/// <summary>Common to all gRPC calls: reading the message and ending the call.</summary>
/// <remarks>https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md</remarks>
internal static class GrpcCall
{
    public const string ContentType = "application/grpc";

    private const string StatusDetails = "grpc-status-details-bin";

    public static bool IsGrpc(HttpRequest request) => request.ContentType?.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Returns false if the request is not gRPC, and has been answered.</summary>
    public static bool Begin(HttpContext context)
    {
        if (IsGrpc(context.Request))
        {
            context.Response.ContentType = ContentType;
            return true;
        }

        context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        return false;
    }

    /// <exception cref="RefusedException">The compression is not supported; the response lists those that are.</exception>
    public static ICompression? CompressionOf(HttpContext context)
    {
        if (Compressions.TryFind(context.Request.Headers.GrpcEncoding, out var compression)) return compression;
        context.Response.Headers.GrpcAcceptEncoding = Compressions.Accepted;
        throw new RefusedException(Refusal.UnsupportedEncoding());
    }

    /// <summary>Reads the message of a unary call, as sent.</summary>
    public static async Task<RequestBody> ReadAsync(
        RequestBodies bodies, int limit, ICompression? compression, PipeReader reader, CancellationToken cancellationToken)
    {
        var frame = new GrpcFrame(limit, compression is not null);
        var body = bodies.Open();
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

        body.Compression = frame.IsCompressed ? compression : null;
        return body;
    }

    /// <summary>Ends a call: in its headers, or after messages in its trailers.</summary>
    public static void Refuse(HttpResponse response, Refusal refusal)
    {
        var code = ((int)refusal.Code).ToString(CultureInfo.InvariantCulture);
        if (response.HasStarted)
        {
            response.AppendTrailer(HeaderNames.GrpcStatus, code);
            response.AppendTrailer(HeaderNames.GrpcMessage, GrpcMessage.Encode(refusal.Message));
            return;
        }

        response.Headers.GrpcStatus = code;
        response.Headers.GrpcMessage = GrpcMessage.Encode(refusal.Message);
        response.Headers[StatusDetails] = Convert.ToBase64String(StatusMessage.ToProtobuf(refusal));
    }

    public static void Succeed(HttpResponse response) => response.AppendTrailer(HeaderNames.GrpcStatus, "0");
}
