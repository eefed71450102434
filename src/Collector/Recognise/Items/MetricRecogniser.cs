using Tidemark.Collector.Decode;
using Tidemark.Collector.Model.Metrics;
using Tidemark.Collector.Model.Payers;
using Tidemark.Collector.Recognise.Json;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>Converts data points to canonical ones: their service, stream and attributes without content.</summary>
internal sealed class MetricRecogniser(RecogniserParts parts, ItemReader item, ResourceReader resources, CodingReader coding, ByteArena arena)
{
    private readonly AttributeWriter _writer = new(parts.Options, parts.Users, keepContent: false);
    private readonly StreamIdentity _identity = new();
    private readonly ScopeReader _scopes = new(parts.Dialects);

    public MetricRecognition Recognise(MetricPointRecord point, in EventTime accepted, ref RecognitionCounts counts)
    {
        if (point.HasNoValue) return default;
        if (!IsUsable(point))
        {
            counts.NumbersInvalid++;
            return default;
        }

        var time = EventTime.FromNanos(point.TimeNanos);
        if (accepted.Refuse(time, TimeSpan.Zero) is { } reason) return new MetricRecognition(RecognitionOutcome.Rejected, Reason: reason);

        var resource = resources.Read(point.Resource);
        item.Attributes.Load(point.Attributes);
        _writer.Begin();
        _writer.WriteAll(item, ref counts);
        var identity = _identity.Of(point);
        return new MetricRecognition(RecognitionOutcome.MetricPoint, new MetricPoint
        {
            Identity = identity,
            Shard = identity.ToByteArray(bigEndian: true)[0],
            StartedAt = EventTime.FromNanos(point.StartNanos),
            Time = time,
            Metric = parts.Vocabulary.Metrics.Get(point.Name.Span).Text,
            Unit = parts.Vocabulary.Units.Get(point.Unit.Span).Text,
            Service = resource.Service.Text,
            Environment = resource.Environment.Text,
            Attributes = arena.Copy(_writer.Attributes),
            Value = point.Value,
            Count = (long?)point.Count,
            Sum = point.Sum,
            IsCumulative = IsCumulative(point),
            Coding = MarksOf(point, resource),
        });
    }

    // Repeated values of a gauge, or of a total that may fall, are not increments.
    private IReadOnlyList<CodingMark> MarksOf(MetricPointRecord point, ResourceFacts resource)
    {
        if (!point.IsDelta && !IsCumulative(point)) return [];
        var marks = resource.Marks | _scopes.Marks(point.Scope) | parts.Dialects.MarksOfEvent(point.Name.Span);
        return coding.Read(point.Name.Span, isEvent: false, marks, resource);
    }

    private static bool IsUsable(MetricPointRecord point) =>
        double.IsFinite(point.Value ?? 0) && double.IsFinite(point.Sum ?? 0) && (point.Count ?? 0) <= long.MaxValue
        && (point.Value is not null || point.Count is not null);

    private static bool IsCumulative(MetricPointRecord point) => point.Kind switch
    {
        MetricKind.Sum => !point.IsDelta && point.IsMonotonic,
        MetricKind.Histogram or MetricKind.ExponentialHistogram => !point.IsDelta,
        MetricKind.Summary => true,
        _ => false,
    };
}
