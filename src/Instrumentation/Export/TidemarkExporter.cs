using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using Tidemark.Instrumentation.Delivery;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.Export;

/// <summary>
/// Exports an app's telemetry by OTLP. OpenTelemetry's exporters serialise the requests; <see cref="RequestDelivery"/> sends them, and stores those that
/// cannot be sent yet.
/// </summary>
internal sealed class TidemarkExporter : IDisposable
{
    private const int ExitTimeout = 2_000;
    private readonly ExportSettings _settings;
    private readonly OtlpTargets _standard;
    private readonly AppExporters? _appExporters;
    private readonly Func<ILogger?> _logger;
    private readonly Lazy<RequestDelivery> _delivery;
    private readonly List<Func<int, bool>> _flushes = [];
    private readonly bool _canSend;
    private int _disposed;

    public TidemarkExporter(
        string serviceName, TidemarkExportOptions options, IConfiguration settings, AppExporters? appExporters, Func<ILogger?> logger)
    {
        _settings = new ExportSettings(settings);
        _appExporters = appExporters;
        _logger = logger;
        Targets = OtlpTargets.Read(settings, options);
        _standard = OtlpTargets.Read(settings, new TidemarkExportOptions());
        var directory = options.RetryDirectory ?? settings[ExportSettings.RetryPath];
        RetryDirectory = string.IsNullOrEmpty(directory) ? PrivateDirectory.Default(serviceName) : directory!;
        var (http, problem) = CreateHttpClient();
        Problems = problem is null ? Targets.Problems : [.. Targets.Problems, problem];
        _delivery = new Lazy<RequestDelivery>(() => StartDelivery(options, http!));
        _canSend = http is not null;
        AppDomain.CurrentDomain.ProcessExit += OnExit;
    }

    public OtlpTargets Targets { get; }

    /// <summary>Invalid settings; the signals concerned are not exported.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <summary>Where undelivered requests wait.</summary>
    public string RetryDirectory { get; }

    /// <summary>Why undelivered requests cannot be kept in that directory; <see langword="null"/> = they can, or nothing is exported.</summary>
    public string? RetryDirectoryProblem { get; private set; }

    public BaseProcessor<Activity>? Spans()
    {
        if (Options(Signal.Traces) is not { } options)
            return null;

        var batch = _settings.Spans;
        return Flushed(new BatchActivityExportProcessor(
            new OtlpTraceExporter(options), batch.MaxQueueSize, batch.ScheduleDelay, batch.Timeout, batch.MaxBatchSize));
    }

    public BaseProcessor<LogRecord>? Logs()
    {
        if (Options(Signal.Logs) is not { } options)
            return null;

        var batch = _settings.Logs;
        return Flushed(new BatchLogRecordExportProcessor(
            new OtlpLogExporter(options), batch.MaxQueueSize, batch.ScheduleDelay, batch.Timeout, batch.MaxBatchSize));
    }

    public MetricReader? Metrics()
    {
        if (Options(Signal.Metrics) is not { } options)
            return null;

        var reader = new PeriodicExportingMetricReader(new OtlpMetricExporter(options), _settings.MetricInterval, _settings.MetricTimeout)
        {
            TemporalityPreference = _settings.PrefersDelta ? MetricReaderTemporalityPreference.Delta : MetricReaderTemporalityPreference.Cumulative,
        };
        Flushed(reader.Collect);
        return reader;
    }

    /// <summary>Hands over what the exporters have batched: to the collector, or to the queue if it is unavailable.</summary>
    /// <param name="timeoutMilliseconds">Timeout per signal.</param>
    /// <param name="catchesUp">Whether to also wait, for at most the same time again, until the queue is empty.</param>
    public bool Flush(int timeoutMilliseconds, bool catchesUp = false)
    {
        Func<int, bool>[] flushes;
        lock (_flushes)
            flushes = [.. _flushes];
        var done = flushes.Aggregate(
            true, (all, flush) => Guard.Run(static call => call.flush(call.timeoutMilliseconds), (flush, timeoutMilliseconds), "flushing") && all);
        if (catchesUp && _delivery.IsValueCreated)
            _delivery.Value.CatchUp(timeoutMilliseconds);
        return done;
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;

        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        if (_delivery.IsValueCreated)
            _delivery.Value.Dispose();
    }

    /// <summary>Apps that never dispose the pipeline do not lose data either.</summary>
    private void OnExit(object? sender, EventArgs args)
    {
        if (_delivery.IsValueCreated)
            _delivery.Value.ShortenTimeouts();
        Flush(ExitTimeout);
        Dispose();
    }

    private OtlpExporterOptions? Options(Signal signal)
    {
        if (!_canSend || Targets[signal] is not { } target)
            return null;

        var delivery = _delivery.Value;
        var isLeft = new Lazy<bool>(() => IsLeftToTheApp(signal, target));
        return new OtlpExporterOptions
        {
            Endpoint = target.Address,
            Headers = string.Empty,
            Protocol = OtlpExportProtocol.HttpProtobuf,
            HttpClientFactory = () => new HttpClient(new OutgoingHandler(signal, delivery, isLeft)),
        };
    }

    private bool IsLeftToTheApp(Signal signal, OtlpTarget target)
    {
        if (_appExporters?.Sends(signal, target, _standard) != true)
            return false;

        if (Guard.Run(static find => find(), _logger, "finding the log") is { } log)
            DeliveryLog.LeftToTheApp(log, signal.Name(), target.Address.GetLeftPart(UriPartial.Authority));
        return true;
    }

    /// <summary>With the certificates of the standard variables, which the exporter reads.</summary>
    private static (HttpClient? Http, string? Problem) CreateHttpClient()
    {
#pragma warning disable CA1031 // Any failure to read a file or a key: the app starts nevertheless.
        try
        {
            return (new OtlpExporterOptions().HttpClientFactory(), null);
        }
        catch (Exception exception)
        {
            TidemarkEventSource.Log.Failed("creating the exporter's HTTP client", exception);
            return (null, $"the exporter's certificate or key file cannot be used: {exception.Message}");
        }
#pragma warning restore CA1031
    }

    private RequestDelivery StartDelivery(TidemarkExportOptions options, HttpClient http)
    {
        IRequestQueue? disk = DiskRequestQueue.Open(RetryDirectory, options.MaxWaitingBytes, options.MaxWaitingAge, out var problem);
        RetryDirectoryProblem = problem;

        // Each request has a timeout of its own.
        http.Timeout = Timeout.InfiniteTimeSpan;
        return new RequestDelivery(
            new OtlpSender(Targets, http),
            disk ?? new MemoryRequestQueue(Math.Min(options.MaxWaitingBytes, MemoryRequestQueue.DefaultMaxBytes), options.MaxWaitingAge),
            new DeliveryReport(_logger));
    }

    private TProcessor Flushed<TProcessor>(TProcessor processor)
        where TProcessor : BaseProcessor<Activity>
    {
        Flushed(processor.ForceFlush);
        return processor;
    }

    private BatchLogRecordExportProcessor Flushed(BatchLogRecordExportProcessor processor)
    {
        Flushed(processor.ForceFlush);
        return processor;
    }

    private void Flushed(Func<int, bool> flush)
    {
        lock (_flushes)
            _flushes.Add(flush);
    }
}
