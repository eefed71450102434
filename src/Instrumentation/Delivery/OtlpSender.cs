using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.Delivery;

/// <summary>Sends an OTLP request and reads the response. Its own traffic is never recorded as telemetry of the app.</summary>
internal sealed class OtlpSender(OtlpTargets targets, HttpClient http) : IDisposable
{
    private const int GrpcPrefix = 5;
    private readonly HttpClient _http = http;

    /// <summary>A shorter timeout while the app is ending.</summary>
    public TimeSpan? TimeoutLimit { get; set; }

    public OtlpTarget? Target(Signal signal) => targets[signal];

    /// <summary>Never throws.</summary>
    public SendOutcome Send(Signal signal, byte[] payload, CancellationToken cancellationToken)
    {
        if (targets[signal] is not { } target)
            return SendOutcome.Later("the exporter's settings cannot be used");

        using var silence = SuppressInstrumentationScope.Begin();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var timeout = TimeoutLimit is { } most && most < target.Timeout ? most : target.Timeout;
        limit.CancelAfter(timeout);
#pragma warning disable CA1031 // Any failure of the network, a proxy or a certificate: the data waits.
        try
        {
            using var request = Request(signal, target, payload);
            using var response = Send(request, limit.Token);
            return target.Protocol == OtlpExportProtocol.HttpProtobuf ? OtlpAnswer.OfHttp(response) : OtlpAnswer.OfGrpc(response);
        }
        catch (Exception exception)
        {
            return SendOutcome.Later(limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested
                ? $"no answer within {timeout.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} s"
                : exception.GetBaseException().Message);
        }
#pragma warning restore CA1031
    }

    public void Dispose() => _http.Dispose();

    private HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
#if NET
        // HTTP/2 has no synchronous API; the callers are dedicated threads.
        if (request.Version.Major < 2 && !OperatingSystem.IsBrowser())
        {
            var response = _http.Send(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
            return response;
        }
#endif
        return _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken).ConfigureAwait(false).GetAwaiter().GetResult();
    }

    private static HttpRequestMessage Request(Signal signal, OtlpTarget target, byte[] payload)
    {
        var isGrpc = target.Protocol != OtlpExportProtocol.HttpProtobuf;
        var body = target.Compresses ? Compress(payload) : payload;
        var content = new ByteArrayContent(isGrpc ? Frame(body, target.Compresses) : body);
        content.Headers.ContentType = new MediaTypeHeaderValue(isGrpc ? "application/grpc" : "application/x-protobuf");
        var request = new HttpRequestMessage(HttpMethod.Post, target.Address) { Content = content };
        request.Headers.TryAddWithoutValidation("User-Agent", $"{TidemarkSource.Name}/{TidemarkSource.Version} ({signal.Name()})");
        if (isGrpc)
        {
            request.Version = new Version(2, 0);
#if NET
            request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
#endif
            request.Headers.TryAddWithoutValidation("TE", "trailers");
            if (target.Compresses)
                request.Headers.TryAddWithoutValidation("grpc-encoding", "gzip");
        }
        else if (target.Compresses)
        {
            content.Headers.ContentEncoding.Add("gzip");
        }

        foreach (var header in target.Headers)
            request.Headers.TryAddWithoutValidation(header.Key, header.Value);
        return request;
    }

    /// <summary>gRPC framing: one byte for compressed or not, four bytes of length, big-endian.</summary>
    private static byte[] Frame(byte[] body, bool isCompressed)
    {
        var framed = new byte[GrpcPrefix + body.Length];
        framed[0] = isCompressed ? (byte)1 : (byte)0;
        for (var i = 1; i < GrpcPrefix; i++)
            framed[i] = (byte)(body.Length >> (8 * (GrpcPrefix - 1 - i)));
        Buffer.BlockCopy(body, 0, framed, GrpcPrefix, body.Length);
        return framed;
    }

    private static byte[] Compress(byte[] payload)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest))
            gzip.Write(payload, 0, payload.Length);
        return buffer.ToArray();
    }
}
