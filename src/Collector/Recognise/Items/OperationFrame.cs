using Tidemark.Collector.Decode;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>What is known about an operation before its attributes are read.</summary>
internal readonly record struct OperationFrame
{
    public required OperationType Type { get; init; }

    /// <summary>The span's name; empty for events.</summary>
    public ReadOnlyMemory<byte> Name { get; init; }

    public required ResourceFacts Resource { get; init; }

    public required TraceId TraceId { get; init; }

    public required SpanId SpanId { get; init; }

    public SpanId ParentSpanId { get; init; }

    public required DateTime StartedAt { get; init; }

    /// <summary>Null if not sent.</summary>
    public required TimeSpan? Duration { get; init; }

    public Failure? Failure { get; init; }

    public string? CallId { get; init; }

    /// <summary>Set if an event inside the span reported it.</summary>
    public Compaction? Compaction { get; init; }

    /// <summary>Events of the span.</summary>
    public SpanEventList? Events { get; init; }

    public OperationSource Source { get; init; }

    /// <summary>See <see cref="Operation.Reporter"/>.</summary>
    public short Reporter { get; init; }
}
