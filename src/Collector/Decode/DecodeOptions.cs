namespace Tidemark.Collector.Decode;

/// <summary>What one request may hold (section <c>Tidemark:Decode</c>). Checked while decoding, before memory is spent.</summary>
internal sealed class DecodeOptions
{
    public const string Section = "Tidemark:Decode";

    /// <summary>Spans, log records or data points per request; more refuses the request.</summary>
    public int MaxItems { get; set; } = 100_000;

    /// <summary>Resource envelopes per request; more refuses the request.</summary>
    public int MaxResources { get; set; } = 20_000;

    /// <summary>Scope envelopes per request; more refuses the request.</summary>
    public int MaxScopes { get; set; } = 20_000;

    /// <summary>Metrics per request, whatever points they hold; more refuses the request.</summary>
    public int MaxMetrics { get; set; } = 100_000;

    /// <summary>Attributes of everything in a request together; more refuses the request.</summary>
    public int MaxAttributes { get; set; } = 2_000_000;

    /// <summary>Span events per request; more refuses the request.</summary>
    public int MaxEvents { get; set; } = 500_000;

    /// <summary>Span links per request; more refuses the request. Links are counted, not kept.</summary>
    public int MaxLinks { get; set; } = 500_000;

    /// <summary>Attributes kept of one record; the rest is counted as dropped.</summary>
    public int AttributesPerRecord { get; set; } = 128;

    /// <summary>Events kept of one span; the rest is counted as dropped.</summary>
    public int EventsPerSpan { get; set; } = 128;

    /// <summary>UTF-8 bytes kept of a name or an attribute's key.</summary>
    public int NameLength { get; set; } = 1024;

    /// <summary>UTF-8 bytes kept of any value. What turns out not to be content is cut further where it is recognised.</summary>
    public int ContentValueLength { get; set; } = 64 * 1024;

    /// <summary>How deep arrays and key-value lists may nest; deeper is malformed.</summary>
    public int ValueDepth { get; set; } = 32;
}
