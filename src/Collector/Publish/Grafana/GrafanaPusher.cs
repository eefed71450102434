using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Maintenance;

namespace Tidemark.Collector.Publish.Grafana;

/// <summary>
/// Pushes to Grafana Live while this collector holds the lease: only one collector does at a time. After a kill the others wait until the
/// lease expires; a regular stop releases it.
/// </summary>
internal sealed class GrafanaPusher(
    Database database,
    LeaseStore leases,
    PushOutlet outlet,
    NumbersPush numbers,
    EventsPush events,
    GrafanaOptions options,
    TimeProvider time,
    ILogger<GrafanaPusher> logger) : BackgroundService
{
    private const string Job = "grafana-live";

    // The time range of live panels: older events would not be visible.
    private static readonly TimeSpan CatchUp = TimeSpan.FromMinutes(5);

    private bool _interrupted;

    private TimeSpan RenewEvery => options.Lease / 5;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (string.IsNullOrWhiteSpace(options.Url)) return;
        try
        {
            await database.WhenReadyAsync(stoppingToken);
            while (!stoppingToken.IsCancellationRequested)
            {
                var pause = await TryHoldAsync(stoppingToken);
                await Task.Delay(pause, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The regular end: the collector is stopping.
        }
    }

    /// <summary>Takes the lease if it is free, and pushes while it is held.</summary>
    /// <returns>How long to wait before the next attempt.</returns>
    private async Task<TimeSpan> TryHoldAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (!database.IsReady) return RenewEvery;
            var asked = time.GetTimestamp();
            if (await leases.TryTakeAsync(Job, options.Lease, CatchUp, stoppingToken) is not { } lease) return RenewEvery;
            _interrupted = false;
            await PushAsync(lease, asked, stoppingToken);
            // A collector that cannot reach Grafana lets others try.
            return outlet.Failures > 0 ? outlet.Rest : RenewEvery;
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            if (!_interrupted) logger.PushingFailed(DatabaseFailure.Describe(exception));
            _interrupted = true;
            return RenewEvery;
        }
    }

    private async Task PushAsync(Lease lease, long asked, CancellationToken stoppingToken)
    {
        // Ends with the lease even if its renewal hangs: nothing is in flight when another collector starts.
        using var term = new LeaseTerm(time, asked, options.Lease);
        using var held = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, term.End);
        outlet.Term = term;
        try
        {
            await Together.RunAsync(held.Token, numbers.RunAsync, ending => events.RunAsync(lease.Progress, ending), ending => KeepAsync(lease, term, ending));
        }
        finally
        {
            await GiveBackAsync(lease);
        }
    }

    /// <summary>Renews the lease; completes when it is lost, or should be handed over.</summary>
    private async Task KeepAsync(Lease lease, LeaseTerm term, CancellationToken cancellationToken)
    {
        var takenBefore = outlet.Taken;
        var isLogged = false;
        using var timer = new PeriodicTimer(RenewEvery, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            if (outlet.Rest > options.MaxBackoff / 2) return;
            if (!isLogged && outlet.Taken > takenBefore)
            {
                logger.PushingStarted(options.Url!);
                isLogged = true;
            }

            var asked = time.GetTimestamp();
            try
            {
                if (!await leases.TryRenewAsync(lease, options.Lease, events.Progress, outlet.InterruptedFor, cancellationToken)) return;
                term.Extend(asked, options.Lease);
            }
            catch (Exception exception) when (DatabaseFailure.IsConnectionLoss(exception) && !cancellationToken.IsCancellationRequested)
            {
                // The holder is unknown until the database is back; until then this collector holds the lease until it expires.
                database.MarkAway(exception);
            }
        }
    }

    private async Task GiveBackAsync(Lease lease)
    {
        try
        {
            await leases.TryRenewAsync(lease, TimeSpan.Zero, events.Progress, outlet.InterruptedFor, CancellationToken.None);
        }
        catch (Exception exception) when (DatabaseFailure.IsConnectionLoss(exception))
        {
            // The lease expires by itself.
        }
    }
}
