using System.IO.Pipelines;
using Tidemark.Collector.Decode;
using Tidemark.Collector.Receive.Body;
using Tidemark.Collector.Receive.Compression;
using Tidemark.Collector.Receive.Status;

namespace Tidemark.Collector.Receive.Http;

/// <summary>OTLP over HTTP: POST to a signal's path, protobuf or JSON, with the response in the request's encoding.</summary>
/// <remarks>https://opentelemetry.io/docs/specs/otlp/#otlphttp</remarks>
internal sealed class HttpExportEndpoint(ExportEndpointServices services) : ExportEndpoint(services)
{
    protected override ExportCall ReadCall(HttpContext context)
    {
        var request = context.Request;
        if (!OtlpRoutes.Http.TryGetValue(request.Path.Value ?? "", out var signal)) throw new RefusedException(HttpRefusal.UnknownPath());
        if (!HttpMethods.IsPost(request.Method))
        {
            context.Response.Headers.Allow = HttpMethods.Post;
            throw new RefusedException(HttpRefusal.WrongMethod());
        }

        if (HttpContentType.Read(request.ContentType) is not { } encoding)
            throw new RefusedException(Refusal.UnsupportedType(request.ContentType, $"{HttpContentType.Protobuf} or {HttpContentType.Json}"));
        if (!Compressions.TryFind(request.Headers.ContentEncoding, out var compression))
        {
            context.Response.Headers.AcceptEncoding = Compressions.Accepted;
            throw new RefusedException(Refusal.UnsupportedEncoding());
        }

        return new ExportCall(signal, encoding, compression);
    }

    protected override async Task<RequestBody> ReadBodyAsync(ExportCall call, PipeReader reader, CancellationToken cancellationToken)
    {
        var body = await Bodies.ReadAsync(reader, cancellationToken);
        body.Compression = call.Compression;
        return body;
    }

    protected override Task AnswerAsync(HttpContext context, ExportResult result)
    {
        var isProtobuf = HttpContentType.Read(context.Request.ContentType) == OtlpEncoding.Protobuf;
        var response = context.Response;
        response.ContentType = isProtobuf ? HttpContentType.Protobuf : HttpContentType.Json;
        byte[] content;
        if (result.Refusal is { } refusal)
        {
            response.StatusCode = refusal.HttpStatus;
            if (refusal.Code == RpcCode.Unauthenticated) response.Headers.WWWAuthenticate = "Bearer";
            if (refusal.RetryAfter is { } delay) response.Headers.RetryAfter = RetryAfter.Seconds(delay);
            content = isProtobuf ? StatusMessage.ToProtobuf(refusal) : StatusMessage.ToJson(refusal);
        }
        else
        {
            var signal = OtlpRoutes.Http[context.Request.Path.Value!];
            content = isProtobuf ? ExportResponse.ToProtobuf(result) : ExportResponse.ToJson(signal, result);
        }

        response.ContentLength = content.Length;
        return response.Body.WriteAsync(content, context.RequestAborted).AsTask();
    }
}
