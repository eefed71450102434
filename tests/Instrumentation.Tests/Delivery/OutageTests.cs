using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using OpenTelemetry.Exporter;
using Tidemark.Instrumentation.Tests.Testing;
using Tidemark.Testing;

namespace Tidemark.Instrumentation.Tests.Delivery;

/// <summary>
/// The collector is unavailable for three seconds while the app runs and is restarted twice. For longer outages, and for times:
/// <c>./dev bench delivery</c>.
/// </summary>
public sealed partial class OutageTests : IDisposable
{
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(3);

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    public async Task Outage_AppRestartedTwice_EverythingArrivesOnceOldestFirst(int rate)
    {
        var port = FreePort();
        var sent = 0;
        for (var run = 0; run < 2; run++)
        {
            using var pipeline = Start(port);
            sent = await WorkAsync(pipeline.Client, sent, rate, Outage / 3);
        }

        using var last = Start(port);
        sent = await WorkAsync(last.Client, sent, rate, Outage / 3);
        await using var sink = await OtlpSink.StartAsync(port);
        await Eventually.TrueAsync(() =>
        {
            last.Flush(TimeSpan.FromSeconds(1));
            return Numbers(sink).Count == sent;
        });

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

    /// <summary>In order of arrival; spans of other tests have other names.</summary>
    private static List<int> Numbers(OtlpSink sink) =>
    [
        .. sink.Received.Where(received => received.Path == "/v1/traces")
            .SelectMany(received => Operation().Matches(received.Text).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))),
    ];

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
