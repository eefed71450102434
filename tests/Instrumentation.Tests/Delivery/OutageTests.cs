using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using OpenTelemetry.Exporter;
using Tidemark.Instrumentation.Tests.Support;
using Tidemark.Testing;

namespace Tidemark.Instrumentation.Tests.Delivery;

/// <summary>
/// A collector that is away while the app works and is restarted twice. Three seconds by default; for the real thing set
/// <c>TIDEMARK_OUTAGE_SECONDS=150</c> and <c>TIDEMARK_OUTAGE_RATE</c> (operations a second) to 1 or 200.
/// </summary>
public sealed partial class OutageTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Outage_AppRestartedTwice_EverythingArrivesOnceAndSoonerThanItWasMade()
    {
        var outage = TimeSpan.FromSeconds(Setting("TIDEMARK_OUTAGE_SECONDS", 3));
        var rate = Setting("TIDEMARK_OUTAGE_RATE", 200);
        var port = FreePort();
        var sent = 0;
        for (var run = 0; run < 2; run++)
        {
            using var pipeline = Start(port);
            sent = await WorkAsync(pipeline.Client, sent, rate, outage / 3);
        }

        using var last = Start(port);
        sent = await WorkAsync(last.Client, sent, rate, outage / 3);
        await using var sink = await OtlpSink.StartAsync(port);
        var drained = Stopwatch.StartNew();
        await Eventually.TrueAsync(
            () =>
            {
                last.Flush(TimeSpan.FromSeconds(1));
                return Numbers(sink).Count == sent;
            },
            outage);

        Assert.True(drained.Elapsed < outage, $"{sent} operations took {drained.Elapsed} after an outage of {outage}");
        Assert.Equal(Enumerable.Range(0, sent), Numbers(sink).Order());
        Assert.True(Numbers(sink).SequenceEqual(Numbers(sink).Order()), "the oldest go first");
    }

    private static async Task<int> WorkAsync(TidemarkClient tidemark, int from, int rate, TimeSpan time)
    {
        using var session = tidemark.StartSession("s-outage");
        var watch = Stopwatch.StartNew();
        var number = from;
        while (watch.Elapsed < time)
        {
            for (; number - from < watch.Elapsed.TotalSeconds * rate; number++)
                session.StartInference($"m{number.ToString(CultureInfo.InvariantCulture)}.").Dispose();
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Max(5, 1000 / rate)), TimeProvider.System, CancellationToken.None);
        }

        return number;
    }

    /// <summary>As they arrived; other tests' spans have other names.</summary>
    private static List<int> Numbers(OtlpSink sink) =>
    [
        .. sink.Received.Where(received => received.Path == "/v1/traces")
            .SelectMany(received => Operation().Matches(received.Text).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))),
    ];

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private TidemarkPipeline Start(int port) => TidemarkPipeline.Start("outage", export =>
        (export.Endpoint, export.Protocol, export.RetryDirectory) = (new Uri($"http://127.0.0.1:{port}"), OtlpExportProtocol.HttpProtobuf, _directory.Path));

    [GeneratedRegex(@"chat m(\d+)\.")]
    private static partial Regex Operation();
}
