using Tidemark.Collector.Recognise.Interning;

namespace Tidemark.Collector.Recognise;

/// <summary>Counts of one request's recognition, for the ledger.</summary>
internal struct RecognitionCounts
{
    /// <summary>Spans and log records that no rule recognises.</summary>
    public int Ignored;

    /// <summary>Items rejected permanently.</summary>
    public int Rejected;

    /// <summary>Reason of the first rejection.</summary>
    public string? FirstReason;

    /// <summary>Model calls with tokens but neither a reported cost nor a price.</summary>
    public int Unpriced;

    /// <summary>Prompts, responses, tool payloads and personal data dropped.</summary>
    public int ContentDropped;

    /// <summary>Invalid token counts, costs and durations.</summary>
    public int NumbersInvalid;

    /// <summary>Dimensions in which an operation has a value over its source's limit.</summary>
    public SeriesOverflow Overflow;

    /// <summary>Attributes over the limits: truncated values, and keys beyond the maximum number.</summary>
    public int AttributesDropped;
}
