using System.Text;
using Microsoft.Extensions.Options;
using Tidemark.Collector.Decode.Protobuf;
using Tidemark.Collector.Model;
using Tidemark.Collector.Receive.Body;
using Tidemark.Collector.Receive.Status;

namespace Tidemark.Collector.Receive.Grpc;

/// <summary>gRPC health checking for load balancers and Kubernetes: whether data can be committed. Needs no key, like <c>/healthz</c>.</summary>
/// <remarks>https://github.com/grpc/grpc/blob/master/doc/health-checking.md</remarks>
internal sealed class GrpcHealthEndpoint(
    RequestBodies bodies, Exports exports, IOptions<ReceiveOptions> options, IHostApplicationLifetime lifetime, TimeProvider time)
{
    private const string Service = "/grpc.health.v1.Health/";
    private const int ServiceField = 1;
    private const int StatusField = 1;
    private const int LongestRequest = 4096;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>The empty name for the whole process, and each OTLP service.</summary>
    private static readonly HashSet<string> Known = ["", .. OtlpRoutes.Grpc.Keys.Select(method => method.Split('/')[1])];

    public static bool IsAsked(HttpRequest request) => request.Path.Value?.StartsWith(Service, StringComparison.Ordinal) == true;

    public async Task HandleAsync(HttpContext context)
    {
        if (!GrpcCall.Begin(context)) return;
        try
        {
            var service = await ReadServiceAsync(context);
            switch (context.Request.Path.Value![Service.Length..])
            {
                case "Check": await CheckAsync(context, service); break;
                case "Watch": await WatchAsync(context, service); break;
                default: GrpcCall.Refuse(context.Response, GrpcRefusal.UnknownHealthMethod()); break;
            }
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has disconnected.
        }
        catch (OperationCanceledException)
        {
            GrpcCall.Refuse(context.Response, Refusal.DeadlineExceeded());
        }
        catch (Exception exception) when (Refusals.TryOf(exception, options.Value, out var refusal))
        {
            GrpcCall.Refuse(context.Response, refusal);
        }
    }

    private async Task<string> ReadServiceAsync(HttpContext context)
    {
        using var timeout = new CancellationTokenSource(options.Value.RequestTimeout, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, context.RequestAborted);
        using var sent = await GrpcCall.ReadAsync(bodies, LongestRequest, GrpcCall.CompressionOf(context), context.Request.BodyReader, stop.Token);
        using var body = sent.Compression is { } compression ? bodies.Inflate(sent, compression) : sent;
        var message = new ProtobufReader(body.Bytes);
        var service = "";
        while (message.Next())
        {
            if (message is { Field: ServiceField, Type: WireType.Length }) service = Encoding.UTF8.GetString(message.ReadSpan());
            else message.Skip();
        }

        return service;
    }

    private async Task CheckAsync(HttpContext context, string service)
    {
        if (!Known.Contains(service))
        {
            GrpcCall.Refuse(context.Response, GrpcRefusal.UnknownService());
            return;
        }

        await WriteAsync(context, StatusOf(service));
        GrpcCall.Succeed(context.Response);
    }

    /// <summary>Sends the status, and again whenever it changes, until either side ends the call.</summary>
    private async Task WatchAsync(HttpContext context, string service)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        HealthStatus? sent = null;
        while (true)
        {
            var status = StatusOf(service);
            if (status != sent) await WriteAsync(context, status);
            sent = status;
            if (stop.IsCancellationRequested) break;
            await Task.Delay(Interval, time, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        GrpcCall.Refuse(context.Response, Refusal.Unavailable(RefusalCause.Stopping, "the collector is shutting down", options.Value.RetryAfter));
    }

    private HealthStatus StatusOf(string service)
    {
        if (!Known.Contains(service)) return HealthStatus.ServiceUnknown;
        var isAway = lifetime.ApplicationStopping.IsCancellationRequested
            || exports.Refusal is { Cause: RefusalCause.DatabaseAway or RefusalCause.Stopping or RefusalCause.Stalled };
        return isAway ? HealthStatus.NotServing : HealthStatus.Serving;
    }

    private static async Task WriteAsync(HttpContext context, HealthStatus status)
    {
        var message = new MessageWriter();
        message.Varint(StatusField, (ulong)status);
        await context.Response.Body.WriteAsync(GrpcFrame.Wrap(message.ToArray()), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }
}
