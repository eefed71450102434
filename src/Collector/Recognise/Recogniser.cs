using Tidemark.Collector.Decode;
using Tidemark.Collector.Recognise.Items;
using Tidemark.Collector.Recognise.Json;

namespace Tidemark.Collector.Recognise;

/// <summary>
/// Converts decoded items to canonical ones. Uses scratch memory: one request at a time, starting with <see cref="Begin"/>; results do
/// not refer to the records and remain valid. Reuse instances.
/// </summary>
/// <remarks>Deterministic: the result depends neither on other items of the request nor (except for rejecting an item by age) on the clock.</remarks>
internal sealed class Recogniser
{
    private readonly RecogniserParts _parts;
    private readonly ByteArena _arena = new();
    private readonly ItemReader _item;
    private readonly OperationReader _operations;
    private readonly SpanRecogniser _spans;
    private readonly EventRecogniser _events;
    private readonly MetricRecogniser _metrics;
    private EventTime _accepted;
    private RecognitionCounts _counts;

    public Recogniser(RecogniserParts parts)
    {
        _parts = parts;
        _item = new ItemReader(parts.Dialects, parts.Vocabulary);
        var resources = new ResourceReader(parts.Options, parts.Dialects, parts.Vocabulary, parts.Users);
        var failures = new FailureReader(_item, parts.Normaliser);
        _operations = new OperationReader(parts, _item, _arena);
        var notices = new SessionNoticeReader(parts, _item, _operations);
        _spans = new SpanRecogniser(parts, _item, resources, failures, _operations, notices);
        var coding = new CodingReader(parts, _item);
        _events = new EventRecogniser(parts, _item, resources, failures, _operations, notices, new PointReader(parts, _item, coding, _arena));
        _metrics = new MetricRecogniser(parts, _item, resources, coding, _arena);
    }

    /// <summary>Counts since <see cref="Begin"/>.</summary>
    public RecognitionCounts Counts
    {
        get
        {
            var counts = _counts;
            counts.NumbersInvalid += _item.NumbersInvalid;
            return counts;
        }
    }

    /// <summary>Starts a request: resets the counts and sets the time window by the present clock.</summary>
    /// <param name="source">The source whose limits apply.</param>
    public void Begin(string source)
    {
        var now = _parts.Time.GetUtcNow().UtcDateTime;
        _arena.Begin();
        _counts = default;
        _item.NumbersInvalid = 0;
        _operations.Begin(source, now);
        _accepted = EventTime.Around(now, _parts.Options);
    }

    /// <summary>A span: an operation, ignored or rejected.</summary>
    public Recognition Recognise(SpanRecord span) => Count(_spans.Recognise(span, _accepted, ref _counts));

    /// <summary>A log record: ignored, an operation of its own, an event that waits for its span, a session notice, or rejected.</summary>
    public Recognition Recognise(LogRecord log) => Count(_events.Recognise(log, _accepted, ref _counts));

    /// <summary>A data point: kept, ignored (it has no value) or rejected.</summary>
    public MetricRecognition Recognise(MetricPointRecord point)
    {
        var recognition = _metrics.Recognise(point, _accepted, ref _counts);
        Count(new Recognition(recognition.Outcome, Reason: recognition.Reason));
        return recognition;
    }

    private Recognition Count(in Recognition recognition)
    {
        if (recognition.Outcome == RecognitionOutcome.Ignored) _counts.Ignored++;
        if (recognition.Outcome != RecognitionOutcome.Rejected) return recognition;
        _counts.Rejected++;
        _counts.FirstReason ??= recognition.Reason;
        return recognition;
    }
}
