using System.Text;
using Tidemark.Collector.Decode;
using Tidemark.Collector.Model.Metrics;
using Tidemark.Collector.Model.Payers;
using Tidemark.Collector.Recognise.Json;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>Converts log events that count something to points, so that repeated events are stored once, as points are.</summary>
internal sealed class PointReader(RecogniserParts parts, ItemReader item, CodingReader coding, ByteArena arena)
{
    private const string Unit = "{event}";

    private readonly AttributeWriter _writer = new(parts.Options, parts.Users, keepContent: false);
    private readonly StreamIdentity _identity = new();

    /// <summary>Returns what the event counts; empty = nothing.</summary>
    /// <param name="marks">Bits of the event's possible dialects.</param>
    public IReadOnlyList<CodingMark> Marks(ReadOnlySpan<byte> name, ulong marks, ResourceFacts resource) => coding.Read(name, isEvent: true, marks, resource);

    public MetricPoint Read(
        LogRecord log, ReadOnlySpan<byte> name, ResourceFacts resource, DateTime at, IReadOnlyList<CodingMark> marks, ref RecognitionCounts counts)
    {
        _writer.Begin();
        _writer.WriteEvent(item, ref counts);
        if (marks.FirstOrDefault(mark => mark.Measure == CodingMeasures.Decisions) is { } decision) _writer.WriteDecision(decision);
        var identity = _identity.Of(log, name);
        return new MetricPoint
        {
            Identity = identity,
            Shard = identity.ToByteArray(bigEndian: true)[0],
            StartedAt = at,
            Time = at,
            Metric = parts.Vocabulary.Metrics.Get(NameOf(name, marks[0].Agent)).Text,
            Unit = Unit,
            Service = resource.Service.Text,
            Environment = resource.Environment.Text,
            Attributes = arena.Copy(_writer.Attributes),
            Value = 1,
            IsCumulative = false,
            Coding = marks,
        };
    }

    // Some senders omit the agent's name from the event's name.
    private static ReadOnlySpan<byte> NameOf(ReadOnlySpan<byte> name, string agent) =>
        name.Contains((byte)'.') ? name : Encoding.UTF8.GetBytes($"{agent}.{Encoding.UTF8.GetString(name)}");
}
