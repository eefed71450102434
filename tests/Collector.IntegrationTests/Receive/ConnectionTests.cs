using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Tidemark.Collector.Pipeline;
using Tidemark.Collector.Receive;
using Tidemark.Testing;
using Tidemark.Testing.Otlp;
using Xunit.Abstractions;

namespace Tidemark.Collector.IntegrationTests.Receive;

/// <summary>Slow, numerous and idle connections beside well-behaved ones.</summary>
public sealed class ConnectionTests(ITestOutputHelper output)
{
    private static readonly byte[] OneSpan = OtlpProtobuf.Traces(new OtlpSpan { Name = "one" });

    [Fact]
    public async Task Send_BodyAtOneBytePerSecond_IsCut()
    {
        await using var host = await ReceiveHost.StartAsync();
        using var client = host.CreateHttpClient();
        var clock = Stopwatch.StartNew();

        var slow = new TrickleContent(OneSpan, pieceLength: 1, pause: TimeSpan.FromSeconds(1)) { Headers = { ContentType = new("application/x-protobuf") } };
        var status = await StatusOrCutAsync(client.PostAsync("/v1/traces", slow));

        Assert.True(status is null or HttpStatusCode.RequestTimeout, $"{status}");
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(25));
        Assert.Equal(0, host.Ingest.Opened);
    }

    [Fact]
    public async Task Send_HeadersThatNeverEnd_AreCut()
    {
        await using var host = await ReceiveHost.StartAsync(("Receive:HeadersTimeout", "00:00:01"));
        using var socket = await ConnectAsync(host);
        await socket.GetStream().WriteAsync("POST /v1/traces HTTP/1.1\r\nHost:"u8.ToArray());

        await AssertClosedAsync(socket);
    }

    [Fact]
    public async Task Send_RequestThatTakesTooLong_IsGivenUpAndMayBeRetried()
    {
        await using var host = await ReceiveHost.StartAsync(("Receive:RequestTimeout", "00:00:01"));
        host.Ingest.OnCommit = async cancellationToken =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return IngestResult.Stored();
        };
        using var client = host.CreateHttpClient();

        using var response = await client.PostAsync("/v1/traces", Bodies.Protobuf(OneSpan));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.DoesNotContain(host.Log.Entries, entry => entry.Id.Id == 1000);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Connect_OlderThanMaxAge_EndsAfterARequest(bool isGrpc)
    {
        await using var host = await ReceiveHost.StartAsync(("Receive:MaxConnectionAge", "00:00:01"));
        var connections = 0;
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellationToken) =>
            {
                Interlocked.Increment(ref connections);
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        using var client = new HttpClient(handler) { BaseAddress = isGrpc ? host.Grpc : host.Http };

        await Eventually.TrueAsync(async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, isGrpc ? GrpcClient.Traces : "/v1/traces")
            {
                Version = isGrpc ? HttpVersion.Version20 : HttpVersion.Version11,
                VersionPolicy = HttpVersionPolicy.RequestVersionExact,
                Content = isGrpc ? Bodies.Typed(GrpcClient.Frame(OneSpan), "application/grpc") : Bodies.Protobuf(OneSpan),
            };
            using var response = await client.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            return Volatile.Read(ref connections) >= 3;
        });
    }

    /// <summary>Idle connections fill the listener: existing ones are served, further ones refused, and other listeners are unaffected.</summary>
    [Fact]
    public async Task Connect_MoreThanTheLimit_AreClosedAndTheOthersServed()
    {
        const int limit = 20;
        await using var host = await ReceiveHost.StartAsync(("Receive:MaxConnections", $"{limit}"), ("Receive:KeepAliveTimeout", "00:00:02"));
        using var good = host.CreateHttpClient();
        using var first = await good.PostAsync("/v1/traces", Bodies.Protobuf(OneSpan));
        var idle = new List<TcpClient>();
        for (var i = 0; i < 200; i++) idle.Add(await TryConnectAsync(host));

        await Eventually.TrueAsync(() => idle.Count(IsClosed) >= 200 - limit + 1);
        Assert.InRange(idle.Count(IsClosed), 200 - limit, 200);
        using var second = await good.PostAsync("/v1/traces", Bodies.Protobuf(OneSpan));
        using var grpc = host.CreateGrpcClient();

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal(0, (await grpc.ExportAsync(OneSpan)).Status);
        await Eventually.TrueAsync(async () =>
        {
            using var newcomer = host.CreateHttpClient();
            using var response = await newcomer.PostAsync("/v1/traces", Bodies.Protobuf(OneSpan));
            return response.IsSuccessStatusCode;
        });
        idle.ForEach(socket => socket.Dispose());
    }

    [Fact]
    public async Task Connect_TenThousandIdle_CapHoldsAndGoodClientsAreServed()
    {
        var many = OpenFiles.Room(10_000, filesEach: 2);
        if (many < 10_000) output.WriteLine($"This process may open {OpenFiles.Limit} files: {many} connections instead of 10000.");
        var limit = Math.Min(new ReceiveOptions().MaxConnections, many / 10);
        await using var host = await ReceiveHost.StartAsync(("Receive:MaxConnections", $"{limit}"));
        using var good = host.CreateHttpClient();
        using var first = await good.PostAsync("/v1/traces", Bodies.Protobuf(OneSpan));
        var idle = new List<TcpClient>(many);
        for (var i = 0; i < many; i++) idle.Add(await TryConnectAsync(host));

        await Eventually.TrueAsync(() => idle.Count(IsClosed) >= many - limit + 1, TimeSpan.FromMinutes(1));
        using var second = await good.PostAsync("/v1/traces", Bodies.Protobuf(OneSpan));
        using var grpc = host.CreateGrpcClient();

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal(0, (await grpc.ExportAsync(OneSpan)).Status);
        idle.ForEach(socket => socket.Dispose());
    }

    [Fact]
    public async Task Send_MoreBytesInFlightThanAllowed_IsAskedToRetry()
    {
        await using var host = await ReceiveHost.StartAsync(("Receive:MaxRequestBytes", "100000"), ("Receive:MaxInFlightBytes", "150000"));
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Ingest.OnCommit = async cancellationToken =>
        {
            held.TrySetResult();
            await release.Task.WaitAsync(cancellationToken);
            return IngestResult.Stored();
        };
        var large = OtlpProtobuf.Traces(new OtlpSpan { Name = "held", Attributes = new() { { "padding", new string('x', 90_000) } } });
        using var client = host.CreateHttpClient();
        using var grpc = host.CreateGrpcClient();

        var first = client.PostAsync("/v1/traces", Bodies.Protobuf(large));
        await held.Task.WaitAsync(TimeSpan.FromSeconds(10));
        using var second = await client.PostAsync("/v1/traces", Bodies.Protobuf(large));
        var third = await grpc.ExportAsync(large);
        release.SetResult();
        using var firstResponse = await first;
        using var fourth = await client.PostAsync("/v1/traces", Bodies.Protobuf(large));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, second.StatusCode);
        Assert.NotNull(second.Headers.RetryAfter);
        Assert.Equal(14, third.Status);
        Assert.True(RpcStatus.Parse(third.Details).HasRetryInfo);
        Assert.Equal(HttpStatusCode.OK, firstResponse.StatusCode);
        Assert.Equal(HttpStatusCode.OK, fourth.StatusCode);
    }

    [Fact]
    public async Task Stop_UnderLoad_FinishesWhatIsInFlightAndTakesNothingNew()
    {
        await using var host = await ReceiveHost.StartAsync();
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var held = new CountdownEvent(2);
        host.Ingest.OnCommit = async cancellationToken =>
        {
            held.Signal();
            await release.Task.WaitAsync(cancellationToken);
            return IngestResult.Stored();
        };
        using var client = host.CreateHttpClient();
        using var grpc = host.CreateGrpcClient();
        var http = client.PostAsync("/v1/traces", Bodies.Protobuf(OneSpan));
        var call = grpc.ExportAsync(OneSpan);
        await Eventually.TrueAsync(() => held.IsSet);

        var stop = host.StopAsync(CancellationToken.None);
        var late = await StatusOrCutAsync(client.PostAsync("/v1/traces", Bodies.Protobuf(OneSpan)));
        release.SetResult();
        using var response = await http;
        var answer = await call;
        await stop.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.True(late is null or HttpStatusCode.ServiceUnavailable, $"{late}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(0, answer.Status);
        Assert.Equal(2, host.Ingest.Committed.Count);
    }

    [Fact]
    public async Task Send_ClientGoesAway_StopsTheWaitAndLogsNothing()
    {
        await using var host = await ReceiveHost.StartAsync();
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Ingest.OnCommit = async cancellationToken =>
        {
            using var registration = cancellationToken.Register(stopped.SetResult);
            held.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return IngestResult.Stored();
        };
        using var client = host.CreateHttpClient();
        using var leave = new CancellationTokenSource();
        var request = client.PostAsync("/v1/traces", Bodies.Protobuf(OneSpan), leave.Token);
        await held.Task.WaitAsync(TimeSpan.FromSeconds(10));

        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        await stopped.Task.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.DoesNotContain(host.Log.Entries, entry => entry.Id.Id == 1000);
    }

    /// <summary>Null = the connection was closed without a response.</summary>
    private static async Task<HttpStatusCode?> StatusOrCutAsync(Task<HttpResponseMessage> request)
    {
        try
        {
            using var response = await request;
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static async Task<TcpClient> ConnectAsync(ReceiveHost host)
    {
        var socket = new TcpClient();
        await socket.ConnectAsync(host.EndPoint(ReceiveServices.HttpListener));
        return socket;
    }

    /// <summary>A refused connection may be closed while it is still connecting.</summary>
    private static async Task<TcpClient> TryConnectAsync(ReceiveHost host)
    {
        var socket = new TcpClient();
        try
        {
            await socket.ConnectAsync(host.EndPoint(ReceiveServices.HttpListener));
        }
        catch (SocketException)
        {
            socket.Client.Close();
        }

        return socket;
    }

    private static async Task AssertClosedAsync(TcpClient socket)
    {
        var buffer = new byte[4096];
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        while (await socket.GetStream().ReadAsync(buffer, limit.Token) > 0)
        {
        }
    }

    private static bool IsClosed(TcpClient socket)
    {
        try
        {
            return socket.Client.Poll(0, SelectMode.SelectRead) && socket.Client.Available == 0;
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return true;
        }
    }
}
