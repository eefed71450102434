using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Trace;
using Tidemark.Instrumentation.Delivery;
using Tidemark.Instrumentation.Tests.Testing;
using Tidemark.Testing;

namespace Tidemark.Instrumentation.Tests.Delivery;

/// <summary>Undelivered requests are kept, and sent once, oldest first, by this run or the next.</summary>
public sealed class RequestDeliveryTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly LogRecorder _log = new();

    public void Dispose()
    {
        _log.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public async Task Deliver_ReceiverBack_EverythingArrivesOnceInOrder()
    {
        await using var sink = await OtlpSink.StartAsync();
        sink.Refuses = 503;
        using var delivery = Start(sink.Endpoint);
        for (var i = 0; i < 200; i++)
            delivery.Deliver(Signal.Traces, Payload(i));
        Assert.Equal(200, delivery.Queue.Count);

        sink.Refuses = 0;
        delivery.CatchUp(30_000);

        Assert.Equal(Enumerable.Range(0, 200).Select(i => $"request {i}"), sink.Received.Select(received => received.Text));
        Assert.Equal(["Away", "CaughtUp"], _log.All.Select(logged => logged.Event));
    }

    [Fact]
    public async Task Deliver_NoReceiver_NextRunSendsItToAnotherEndpoint()
    {
        using (var delivery = Start(new Uri("http://127.0.0.1:1")))
        {
            delivery.Deliver(Signal.Traces, Payload(1));
            delivery.Deliver(Signal.Logs, Payload(2));
        }

        await using var sink = await OtlpSink.StartAsync();
        // A request is deleted after its response, which the receiver sends after recording it.
        using (var delivery = Start(sink.Endpoint))
            await Eventually.TrueAsync(() => sink.Received.Count == 2 && Kept().Length == 0);

        Assert.Equal([("/v1/traces", "request 1"), ("/v1/logs", "request 2")], sink.Received);
        Assert.Contains(_log.All, logged => logged.Event == "Left" && logged.Level == LogLevel.Warning);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(413)]
    public async Task Deliver_Refused_IsLostAndSaysSo(int status)
    {
        await using var sink = await OtlpSink.StartAsync();
        sink.Refuses = status;
        using var delivery = Start(sink.Endpoint);
        delivery.Deliver(Signal.Traces, Payload(1));

        Assert.Equal(0, delivery.Queue.Count);
        Assert.Equal((LogLevel.Error, "Refused"), (Assert.Single(_log.All).Level, _log.All[0].Event));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    public async Task Deliver_WrongKeyOrPath_Waits(int status)
    {
        await using var sink = await OtlpSink.StartAsync();
        sink.Refuses = status;
        using var delivery = Start(sink.Endpoint);
        delivery.Deliver(Signal.Traces, Payload(1));

        Assert.Equal(1, delivery.Queue.Count);
        Assert.Contains($"HTTP {status}", Assert.Single(_log.All).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deliver_OneRequestThatTheReceiverFailsOn_KeepsNoOtherFromArriving()
    {
        await using var sink = await OtlpSink.StartAsync();
        sink.FailsOn = "request 1";
        using var delivery = Start(sink.Endpoint);
        foreach (var i in new[] { 1, 2, 3 })
            delivery.Deliver(Signal.Traces, Payload(i));

        await Eventually.TrueAsync(
            () =>
            {
                delivery.CatchUp(100);
                return delivery.Queue.Count == 0;
            },
            TimeSpan.FromMinutes(1));

        Assert.Equal(["request 2", "request 3"], sink.Received.Select(received => received.Text));
        Assert.Contains(_log.All, logged => logged.Event == "Refused");
    }

    [Fact]
    public async Task Deliver_WhatWaitedWasRefused_TheNextOutageIsReportedToo()
    {
        await using var sink = await OtlpSink.StartAsync();
        sink.Refuses = 503;
        using var delivery = Start(sink.Endpoint);
        delivery.Deliver(Signal.Traces, Payload(1));
        sink.Refuses = 400;
        delivery.CatchUp(30_000);
        sink.Refuses = 503;
        delivery.Deliver(Signal.Traces, Payload(2));

        Assert.Equal(["Away", "Refused", "Away"], _log.All.Select(logged => logged.Event));
    }

    [Fact]
    public async Task Deliver_ItsOwnTraffic_IsNoTelemetry()
    {
        await using var sink = await OtlpSink.StartAsync();
        using var exported = new Collecting<Activity, Activity>(static span => span);
        using (Sdk.CreateTracerProviderBuilder().AddSource("System.Net.Http").AddProcessor(new SimpleActivityExportProcessor(exported)).Build())
        {
            sink.Refuses = 503;
            using var delivery = Start(sink.Endpoint);
            delivery.Deliver(Signal.Traces, Payload(1));
            sink.Refuses = 0;
            delivery.CatchUp(30_000);
        }

        Assert.Single(sink.Received);
        Assert.DoesNotContain(exported.All, span => span.GetTagItem("server.port") as int? == sink.Endpoint.Port);
    }

    [Theory]
    [InlineData("2147484")]
    [InlineData("86400")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    public async Task Deliver_RetryAfterIsVeryLong_AppRunsAndNextFlushDelivers(string retryAfter)
    {
        await using var sink = await OtlpSink.StartAsync();
        (sink.Refuses, sink.RetryAfter) = (503, retryAfter);
        using var delivery = Start(sink.Endpoint);
        delivery.Deliver(Signal.Traces, Payload(1));
        await Eventually.TrueAsync(() => sink.Refused >= 2);

        sink.Refuses = 0;
        delivery.CatchUp(30_000);
        Assert.Single(sink.Received);
    }

    [Fact]
    public async Task Deliver_QueueThrows_IsLoggedOnceAndDeliversLater()
    {
        await using var sink = await OtlpSink.StartAsync();
        sink.Refuses = 503;
        using var delivery = Start(sink.Endpoint, new ThrowingQueue(failures: 2));
        delivery.Deliver(Signal.Traces, Payload(1));
        sink.Refuses = 0;
        await Eventually.TrueAsync(
            () =>
            {
                delivery.CatchUp(100);
                return sink.Received.Count == 1;
            },
            TimeSpan.FromSeconds(30));

        Assert.Single(_log.All, logged => logged.Event == "DeliveryFailed");
    }

    [Fact]
    public void Deliver_RequestCannotBeWritten_IsLostWithAReasonOfItsOwn()
    {
        using var metrics = new MetricRecorder();
        using var delivery = Start(new Uri("http://127.0.0.1:1"));
        foreach (var directory in Directory.GetDirectories(_directory.Path))
            Directory.Delete(directory, recursive: true);
        delivery.Deliver(Signal.Traces, Payload(1));

        Assert.Equal(["Away", "NotStored"], _log.All.Select(logged => logged.Event));
        Assert.Contains(_directory.Path, _log.All[1].Message, StringComparison.Ordinal);
        Assert.Contains(metrics.With("tidemark.export.reason", "write_failed"), lost => Equals(lost.Tags["tidemark.export.signal"], "traces"));
    }

    [Fact]
    public async Task Start_RequestsExpiredWhileTheAppWasDown_AreReported()
    {
        using (var delivery = Start(new Uri("http://127.0.0.1:1")))
            delivery.Deliver(Signal.Traces, Payload(1));

        using (Start(new Uri("http://127.0.0.1:1"), maxAge: TimeSpan.FromTicks(1)))
            await Eventually.TrueAsync(() => _log.All.Any(logged => logged.Event == "Dropped"), TimeSpan.FromSeconds(10));

        Assert.Empty(Kept());
    }

    private string[] Kept() => Directory.GetFiles(_directory.Path, "*.*s", SearchOption.AllDirectories);

    private static byte[] Payload(int number) => Encoding.UTF8.GetBytes($"request {number}");

    private RequestDelivery Start(Uri endpoint, IRequestQueue? queue = null, TimeSpan? maxAge = null)
    {
        var options = new TidemarkExportOptions { Endpoint = endpoint, Protocol = OtlpExportProtocol.HttpProtobuf };
        var targets = OtlpTargets.Read(new ConfigurationBuilder().Build(), options);
        return new RequestDelivery(
            new OtlpSender(targets, new HttpClient { Timeout = Timeout.InfiniteTimeSpan }),
            queue ?? DiskRequestQueue.Open(_directory.Path, 1 << 20, maxAge ?? TimeSpan.FromHours(1), out _)!,
            new DeliveryReport(() => _log));
    }

    /// <summary>A queue with a defect: its first reads throw.</summary>
    private sealed class ThrowingQueue(int failures) : IRequestQueue
    {
        private readonly MemoryRequestQueue _queue = new(1 << 20, TimeSpan.FromHours(1));
        private int _reads;

        public int Count => _queue.Count;

        public bool HasReadable => _queue.HasReadable;

        public long Bytes => _queue.Bytes;

        public string Location => _queue.Location;

        public AddOutcome Add(Signal signal, byte[] payload) => _queue.Add(signal, payload);

        public QueuedRequest? Oldest(QueuedRequest? after = null) =>
            Interlocked.Increment(ref _reads) > failures ? _queue.Oldest(after) : throw new InvalidOperationException("a defect of the queue");

        public void Remove(QueuedRequest request) => _queue.Remove(request);

        public int Tidy() => _queue.Tidy();

        public void Dispose() => _queue.Dispose();
    }
}
