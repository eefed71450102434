using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenTelemetry.Logs;
using Tidemark.Instrumentation.Delivery;
using Tidemark.Instrumentation.Export;
using Tidemark.Instrumentation.Processing;

namespace Tidemark.Instrumentation.Registration;

/// <summary>Reports invalid settings at the start, and sends the remaining telemetry at the end.</summary>
internal sealed class ExportService(
    TidemarkExporter exporter, IOptions<TidemarkExportOptions> options, ILogger<TidemarkPipeline> logger, LoggerProvider? logs = null) : IHostedService
{
    private const int FlushTimeout = 5_000;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Built now at the latest, so that the first records are not lost.
        GC.KeepAlive(logs);
        if (exporter.Problems.Count > 0)
        {
            var signals = SignalNames.All.Where(signal => exporter.Targets[signal] is null).Select(static signal => signal.Name());
            DeliveryLog.NothingExported(logger, string.Join(", ", signals), string.Join("; ", exporter.Problems));
        }

        if (exporter.RetryDirectoryProblem is { } problem)
            DeliveryLog.NoRetryDirectory(logger, exporter.RetryDirectory, problem);
        if (SessionProcessors.SpanProcessors > 1)
            DeliveryLog.SeveralProviders(logger, SessionProcessors.SpanProcessors);
        foreach (var invalid in options.Value.Problems)
            DeliveryLog.BadSetting(logger, invalid.Setting, invalid.Accepted);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.Run(() => exporter.Flush(FlushTimeout, catchesUp: true), cancellationToken);
}
