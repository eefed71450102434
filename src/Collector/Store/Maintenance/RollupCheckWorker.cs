namespace Tidemark.Collector.Store.Maintenance;

/// <summary>Checks the present and the previous hour periodically, and the whole last day at the start and once an hour.</summary>
internal sealed class RollupCheckWorker(Database database, RollupCheck check, StoreOptions options, TimeProvider time, ILogger<RollupCheckWorker> logger)
    : DatabaseWorker(database, time, logger)
{
    private readonly TimeProvider _time = time;
    private DateTime _dayCheckedIn;

    protected override TimeSpan Interval => options.CheckInterval;

    protected override string Work => "The self-check of rollups";

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        var hour = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerHour), DateTimeKind.Utc);
        var isNewHour = hour != _dayCheckedIn;
        var drift = await check.RunAsync(hour.AddHours(isNewHour ? -24 : -1), cancellationToken);
        _dayCheckedIn = hour;
        if (drift != 0) logger.RollupsDrifted(drift);
    }
}
