using Tidemark.Collector.Model;
using Tidemark.Collector.Publish;
using Tidemark.Collector.Store;

namespace Tidemark.Collector.Pipeline.Lanes;

/// <summary>Stores a batch, with retries on conflicts, and completes each part with its result.</summary>
internal sealed class LaneCommit(
    short number,
    LaneTransactor transactor,
    StreamWakeUp wakeUp,
    PipelineOptions options,
    PipelineMetrics metrics,
    TimeProvider time,
    ILogger<LaneCommit> logger) : IAsyncDisposable
{
    /// <summary>Never throws: each part is completed in any case.</summary>
    public async Task RunAsync(IReadOnlyList<LanePart> parts, CancellationToken cancellationToken)
    {
        try
        {
            await CommitAsync(parts, cancellationToken);
            foreach (var part in parts) part.Complete(PartResult.Stored);
        }
        catch (Exception exception) when (DatabaseFailure.IsBadData(exception))
        {
            await BisectAsync(parts, exception, cancellationToken);
        }
        catch (Exception exception)
        {
            // Nothing was committed, so the sender can retry, and idempotent keys make that safe.
            var isStopping = cancellationToken.IsCancellationRequested;
            var reason = isStopping ? "The collector is shutting down." : DatabaseFailure.Describe(exception);
            await transactor.ResetAsync();
            if (DatabaseFailure.IsAway(exception)) transactor.MarkAway(exception);
            logger.BatchNotStored(number, parts.Sum(part => part.Count), reason, exception);
            foreach (var part in parts) part.Complete(PartResult.NotNow(isStopping ? RefusalCause.Stopping : RefusalCause.NotCommitted, reason));
        }
    }

    public ValueTask DisposeAsync() => transactor.DisposeAsync();

    private async Task CommitAsync(IReadOnlyList<LanePart> parts, CancellationToken cancellationToken)
    {
        var batch = new LaneBatch(parts);
        var began = time.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                wakeUp.Committed(await transactor.RunAsync(batch, cancellationToken));
                metrics.CommitTook(time.GetElapsedTime(began), number, parts.Sum(part => part.Count));
                return;
            }
            catch (Exception exception) when (DatabaseFailure.IsContention(exception) && attempt < options.Attempts)
            {
                // Another transaction was first; its rows are visible now.
            }
        }
    }

    /// <summary>A batch contains bad data: split it until the item that cannot be stored is isolated.</summary>
    private async Task BisectAsync(IReadOnlyList<LanePart> parts, Exception exception, CancellationToken cancellationToken)
    {
        await transactor.ResetAsync();
        if (parts.Count > 1)
        {
            foreach (var part in parts) await RunAsync([part], cancellationToken);
            return;
        }

        var whole = parts[0];
        if (whole.Items <= 1)
        {
            await RejectAsync(whole, exception, cancellationToken);
            return;
        }

        var (low, high) = PartSplit.Halve(whole);
        await RunAsync([low], cancellationToken);
        await RunAsync([high], cancellationToken);
        whole.Complete(PartSplit.Join(await low.Done, await high.Done));
    }

    private async Task RejectAsync(LanePart part, Exception exception, CancellationToken cancellationToken)
    {
        var reason = DatabaseFailure.Describe(exception);
        if (part.Items == 0)
        {
            part.Complete(PartResult.NotNow(RefusalCause.NotCommitted, reason));
            return;
        }

        Report(part, reason);
        var emptied = PartSplit.Rejected(part);
        await RunAsync([emptied], cancellationToken);
        var result = await emptied.Done;
        part.Complete(result.Committed ? new PartResult(true, PartSplit.Counted(part), reason) : result);
    }

    private void Report(LanePart part, string reason)
    {
        if (part.Operations is [var operation])
            logger.OperationRejected(number, operation.Key.TraceId.ToString(), operation.Key.SpanId.ToString(), operation.Series.Service, reason);
        else if (part.Metrics is [var point]) logger.MetricPointRejected(number, point.Metric, point.Service, reason);
        else if (part.Notices is [var notice]) logger.SessionNoticeRejected(number, notice.Kind, notice.Service, reason);
        else logger.ItemRejected(number, reason);
    }
}
