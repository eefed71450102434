using Tidemark.Collector.Decode;
using Tidemark.Collector.Model;
using Tidemark.Collector.Pipeline.Admission;
using Tidemark.Collector.Pipeline.Lanes;
using Tidemark.Collector.Recognise;

namespace Tidemark.Collector.Pipeline.Requests;

/// <summary>Collects a request's canonical items, then passes each lane its part and waits for all of them.</summary>
internal sealed class IngestBatch(
    RecogniserPool recognisers,
    LaneSet lanes,
    Reservation? reservation,
    PipelineOptions options,
    PipelineMetrics metrics,
    IgnoredLog ignored,
    OverflowLog overflow,
    TimeProvider time,
    OtlpSignal signal,
    string source) : IIngestBatch
{
    private readonly RequestItems _items = new(source, (short)(signal + 1));
    private Recogniser? _recogniser = recognisers.Rent(source);
    private string? _firstReason;

    private Recogniser Recogniser => _recogniser ?? throw new ObjectDisposedException(nameof(IngestBatch));

    public void OnSpan(SpanRecord span) => Keep(Recogniser.Recognise(span));

    public void OnLog(LogRecord log) => Keep(Recogniser.Recognise(log));

    public void OnMetricPoint(MetricPointRecord point)
    {
        var recognition = Recogniser.Recognise(point);
        _items.Received++;
        switch (recognition.Outcome)
        {
            case RecognitionOutcome.MetricPoint: _items.Add(recognition.Point!); break;
            case RecognitionOutcome.Rejected: Reject(recognition.Reason); break;
            default: _items.Ignore(null); break;
        }
    }

    public void OnRejected(string reason)
    {
        _items.Received++;
        Reject(reason);
    }

    public async Task<IngestResult> CommitAsync(CancellationToken cancellationToken)
    {
        if (_items.Received == 0) return IngestResult.Stored();
        _items.ContentDropped = Recogniser.Counts.ContentDropped;
        _items.Resolve(options.TraceOperations);
        var parts = LaneParts.Split(lanes, _items);
        reservation?.Correct(_items.Received);
        if (lanes.Enqueue(parts) is { } full) return NotStored(full);

        PartResult[] results;
        try
        {
            results = await OutcomeAsync(parts.Values, cancellationToken);
        }
        catch (TimeoutException)
        {
            return NotStored(PartResult.NotNow(
                RefusalCause.QueueTimeout, $"The request was not committed: it was queued for longer than {options.QueueTimeout}."));
        }

        foreach (var result in results)
        {
            if (!result.Committed) return NotStored(result);
            _firstReason ??= result.Reason;
        }

        reservation?.Commit();
        ignored.Add(_items.IgnoredScopes);
        var overflowed = Recogniser.Counts.Overflow;
        overflow.Add(source, overflowed);
        metrics.Overflowed(source, overflowed);
        return IngestResult.Stored(_items.Rejected + results.Sum(result => result.Rejected), _firstReason);
    }

    public void Dispose()
    {
        reservation?.Dispose();
        if (_recogniser is not null) recognisers.Return(_recogniser);
        _recogniser = null;
    }

    /// <summary>Waits for all parts. Once one of them has started, its result is awaited even if the sender gives up: the answer must be true.</summary>
    /// <exception cref="TimeoutException">No part had started within the queue timeout; none will be committed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before a part had started; none will be committed.</exception>
    private async Task<PartResult[]> OutcomeAsync(IEnumerable<LanePart> parts, CancellationToken cancellationToken)
    {
        var submission = parts.First().Submission!;
        var outcome = Task.WhenAll(parts.Select(part => part.Done));
        try
        {
            return await outcome.WaitAsync(options.QueueTimeout, time, cancellationToken);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException && !submission.TryWithdraw())
        {
            return await outcome;
        }
    }

    private IngestResult NotStored(PartResult result)
    {
        metrics.NotStored(_items.Received);
        return IngestResult.Unavailable(result.Cause, result.Reason ?? "The database could not store the request.", options.RetryAfter);
    }

    private void Keep(in Recognition recognition)
    {
        _items.Received++;
        if (recognition.Fact is { } fact) _items.Add(fact);
        if (recognition.Point is { } point) _items.Add(point);
        switch (recognition.Outcome)
        {
            case RecognitionOutcome.Operation: _items.Add(recognition.Operation!, recognition.Notice); break;
            case RecognitionOutcome.WaitsForSpan: _items.AddForm(recognition.Operation!, recognition.Notice); break;
            case RecognitionOutcome.SessionNotice: _items.Add(recognition.Notice!); break;
            case RecognitionOutcome.Ignored: _items.Ignore(recognition.Unknown); break;
            case RecognitionOutcome.Rejected: Reject(recognition.Reason); break;
        }
    }

    private void Reject(string? reason)
    {
        _items.Rejected++;
        _firstReason ??= reason;
    }
}
