using Tidemark.Collector.Decode;
using Tidemark.Collector.Model;
using Tidemark.Collector.Pipeline.Lanes;
using Tidemark.Collector.Recognise;

namespace Tidemark.Collector.Pipeline.Requests;

/// <summary>Collects one request's canonical items, then hands each lane its part and waits for all of them.</summary>
internal sealed class IngestBatch(RecogniserPool recognisers, LaneSet lanes, PipelineOptions options, OtlpSignal signal, string source) : IIngestBatch
{
    private readonly List<Operation> _operations = [];
    private readonly List<SessionSignal> _signals = [];
    private Recogniser? _recogniser = recognisers.Rent();
    private int _received;
    private int _refused;
    private string? _firstReason;

    private Recogniser Recogniser => _recogniser ?? throw new ObjectDisposedException(nameof(IngestBatch));

    public void OnSpan(SpanRecord span) => Keep(Recogniser.Recognise(span));

    public void OnLog(LogRecord log) => Keep(Recogniser.Recognise(log));

    public void OnMetricPoint(MetricPointRecord point) => _received++;

    public void OnRejected(string reason)
    {
        _received++;
        _refused++;
        _firstReason ??= reason;
    }

    public async Task<IngestResult> CommitAsync(CancellationToken cancellationToken)
    {
        var counts = Recogniser.Counts;
        var rejected = _refused + counts.Rejected;
        var reason = _firstReason ?? counts.FirstReason;
        if (_received == 0) return IngestResult.Stored();

        var ignored = _received - rejected - _operations.Count - _signals.Count;
        var parts = LaneParts.Split(lanes, _operations, _signals, new LedgerDelta(source, SignalNumber, _received, 0, 0, rejected, ignored, 0, 0, counts.ContentDropped));
        foreach (var (lane, part) in parts)
        {
            if (!lanes[lane].TryEnqueue(part)) part.Complete(PartResult.NotNow("The collector has more in its queues than it may hold."));
        }

        foreach (var (_, part) in parts)
        {
            var result = await part.Done.WaitAsync(cancellationToken);
            if (!result.Committed) return IngestResult.Unavailable(result.Reason ?? "The database could not take the request.", options.RetryAfter);
            rejected += result.Rejected;
            reason ??= result.Reason;
        }

        return IngestResult.Stored(rejected, reason);
    }

    public void Dispose()
    {
        if (_recogniser is not null) recognisers.Return(_recogniser);
        _recogniser = null;
    }

    private short SignalNumber => (short)(signal + 1);

    private void Keep(in Recognition recognition)
    {
        _received++;
        if (recognition.Outcome == RecognitionOutcome.Operation) _operations.Add(recognition.Operation!);
        if (recognition.Outcome == RecognitionOutcome.SessionSignal) _signals.Add(recognition.Signal!);
    }
}
