using Tidemark.Collector.Recognise.Interning;

namespace Tidemark.Collector.Recognise;

/// <summary>What recognition did to one request's items, for the ledger.</summary>
internal struct RecognitionCounts
{
    /// <summary>Spans and log records that are none of ours.</summary>
    public int Ignored;

    /// <summary>Items rejected permanently.</summary>
    public int Rejected;

    /// <summary>Why the first of them was refused.</summary>
    public string? FirstReason;

    /// <summary>Model calls with tokens but neither a reported cost nor a price.</summary>
    public int Unpriced;

    /// <summary>Prompts, answers, tool payloads and personal data left out.</summary>
    public int ContentDropped;

    /// <summary>Token counts, costs and durations that were no usable number.</summary>
    public int NumbersInvalid;

    /// <summary>Dimensions of which an operation has a value beyond its source's limit.</summary>
    public SeriesOverflow Overflow;

    /// <summary>Attributes beyond the limits: values cut, keys beyond the count.</summary>
    public int AttributesDropped;

    public void Add(in RecognitionCounts other)
    {
        Ignored += other.Ignored;
        Rejected += other.Rejected;
        FirstReason ??= other.FirstReason;
        Unpriced += other.Unpriced;
        ContentDropped += other.ContentDropped;
        NumbersInvalid += other.NumbersInvalid;
        Overflow |= other.Overflow;
        AttributesDropped += other.AttributesDropped;
    }
}
