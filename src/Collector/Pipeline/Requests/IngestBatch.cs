using Tidemark.Collector.Decode;
using Tidemark.Collector.Pipeline.Lanes;
using Tidemark.Collector.Recognise;

namespace Tidemark.Collector.Pipeline.Requests;

/// <summary>Collects one request's canonical items, then hands each lane its part and waits for all of them.</summary>
internal sealed class IngestBatch(RecogniserPool recognisers, LaneSet lanes, PipelineOptions options, PipelineMetrics metrics, OtlpSignal signal, string source)
    : IIngestBatch
{
    private readonly RequestItems _items = new(source, (short)(signal + 1));
    private Recogniser? _recogniser = recognisers.Rent();
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
            default: _items.Ignored++; break;
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
        _items.BindByTrace();
        var parts = LaneParts.Split(lanes, _items);
        foreach (var (lane, part) in parts)
        {
            if (!lanes[lane].TryEnqueue(part)) part.Complete(PartResult.NotNow("The collector has more in its queues than it may hold."));
        }

        var rejected = _items.Rejected;
        foreach (var part in parts.Values)
        {
            var result = await part.Done.WaitAsync(cancellationToken);
            if (!result.Committed)
            {
                metrics.NotStored(_items.Received);
                return IngestResult.Unavailable(result.Reason ?? "The database could not take the request.", options.RetryAfter);
            }

            rejected += result.Rejected;
            _firstReason ??= result.Reason;
        }

        return IngestResult.Stored(rejected, _firstReason);
    }

    public void Dispose()
    {
        if (_recogniser is not null) recognisers.Return(_recogniser);
        _recogniser = null;
    }

    private void Keep(in Recognition recognition)
    {
        _items.Received++;
        switch (recognition.Outcome)
        {
            case RecognitionOutcome.Operation: _items.Add(recognition.Operation!, recognition.Signal); break;
            case RecognitionOutcome.WaitsForSpan: _items.AddWaiting(recognition.Operation!, recognition.Signal); break;
            case RecognitionOutcome.SessionSignal: _items.Add(recognition.Signal!); break;
            case RecognitionOutcome.Ignored: _items.Ignored++; break;
            case RecognitionOutcome.Rejected: Reject(recognition.Reason); break;
        }
    }

    private void Reject(string? reason)
    {
        _items.Rejected++;
        _firstReason ??= reason;
    }
}
