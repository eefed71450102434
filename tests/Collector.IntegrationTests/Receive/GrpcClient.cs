using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Tidemark.Collector.Decode;

namespace Tidemark.Collector.IntegrationTests.Receive;

/// <summary>A minimal gRPC client, which can also violate the protocol.</summary>
internal sealed class GrpcClient(Uri address) : IDisposable
{
    public const string Traces = "/opentelemetry.proto.collector.trace.v1.TraceService/Export";
    public const string Metrics = "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export";
    public const string Logs = "/opentelemetry.proto.collector.logs.v1.LogsService/Export";

    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };

    public static byte[] Frame(ReadOnlySpan<byte> message, bool isCompressed = false)
    {
        var frame = new byte[5 + message.Length];
        frame[0] = isCompressed ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), (uint)message.Length);
        message.CopyTo(frame.AsSpan(5));
        return frame;
    }

    /// <summary>For streamed calls.</summary>
    public static HttpMessageInvoker CreateInvoker() => new(new SocketsHttpHandler());

    public Task<GrpcAnswer> ExportAsync(byte[] message, string method = Traces) => SendAsync(new ByteArrayContent(Frame(message)), method);

    public async Task<GrpcAnswer> SendAsync(HttpContent body, string method = Traces, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, method)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = body,
        };
        body.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);

        using var response = await _http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/grpc", response.Content.Headers.ContentType?.MediaType);
        var content = await response.Content.ReadAsByteArrayAsync();
        return new GrpcAnswer(
            int.Parse(Value(response, "grpc-status") ?? "-1", CultureInfo.InvariantCulture),
            Uri.UnescapeDataString(Value(response, "grpc-message") ?? ""),
            Convert.FromBase64String(Value(response, "grpc-status-details-bin") ?? ""),
            content.Length >= 5 ? content[5..] : [],
            Value(response, "grpc-accept-encoding") ?? "");
    }

    public void Dispose() => _http.Dispose();

    private static string? Value(HttpResponseMessage response, string name) =>
        response.TrailingHeaders.TryGetValues(name, out var trailers) ? trailers.Single()
        : response.Headers.TryGetValues(name, out var headers) ? headers.Single()
        : null;
}
