namespace Tidemark.Collector.Store.Maintenance;

/// <summary>Refreshes <c>tidemark.windows</c> periodically.</summary>
internal sealed class WindowWorker(Database database, WindowRefresh refresh, StoreOptions options, TimeProvider time, ILogger<WindowWorker> logger)
    : DatabaseWorker(database, time, logger)
{
    protected override TimeSpan Interval => options.WindowInterval;

    protected override string Work => "Rolling windows";

    protected override Task RunOnceAsync(CancellationToken cancellationToken) => refresh.RunAsync(cancellationToken);
}
