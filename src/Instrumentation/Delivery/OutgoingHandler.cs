using System.IO.Compression;
using System.Net;

namespace Tidemark.Instrumentation.Delivery;

/// <summary>
/// Passes the requests of an OTLP exporter to <see cref="RequestDelivery"/>, which is responsible for them from here on: to the exporter every request
/// is successful.
/// </summary>
internal sealed class OutgoingHandler(Signal signal, RequestDelivery delivery, Lazy<bool> isLeftToTheApp) : HttpMessageHandler
{
#if NET
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        request.Content?.CopyTo(body, null, cancellationToken);
        return Deliver(request, body);
    }
#endif

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        if (request.Content is { } content)
        {
#if NET
            await content.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
#else
            await content.CopyToAsync(body).ConfigureAwait(false);
#endif
        }

        return Deliver(request, body);
    }

    private HttpResponseMessage Deliver(HttpRequestMessage request, MemoryStream body)
    {
        if (!isLeftToTheApp.Value)
            delivery.Deliver(signal, Payload(request, body));
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent([]), RequestMessage = request };
    }

    private static byte[] Payload(HttpRequestMessage request, MemoryStream body) =>
        request.Content?.Headers.ContentEncoding.Contains("gzip") == true ? Unzip(body) : body.ToArray();

    private static byte[] Unzip(MemoryStream body)
    {
        body.Position = 0;
        using var plain = new MemoryStream();
        using (var gzip = new GZipStream(body, CompressionMode.Decompress))
            gzip.CopyTo(plain);
        return plain.ToArray();
    }
}
