namespace Tidemark.Collector.Decode;

/// <summary>Limits of one request (section <c>Tidemark:Decode</c>), checked during decoding, before memory is allocated.</summary>
internal sealed class DecodeOptions
{
    public const string Section = "Tidemark:Decode";

    /// <summary>Maximum spans, log records or data points per request; larger requests are refused.</summary>
    public int MaxItems { get; set; } = 100_000;

    /// <summary>Maximum resources per request; larger requests are refused.</summary>
    public int MaxResources { get; set; } = 20_000;

    /// <summary>Maximum scopes per request; larger requests are refused.</summary>
    public int MaxScopes { get; set; } = 20_000;

    /// <summary>Maximum metrics per request, regardless of their points; larger requests are refused.</summary>
    public int MaxMetrics { get; set; } = 100_000;

    /// <summary>Maximum attributes per request, over all its records; larger requests are refused.</summary>
    public int MaxAttributes { get; set; } = 2_000_000;

    /// <summary>Maximum span events per request; larger requests are refused.</summary>
    public int MaxEvents { get; set; } = 500_000;

    /// <summary>Maximum span links per request; larger requests are refused. Links are counted, not stored.</summary>
    public int MaxLinks { get; set; } = 500_000;

    /// <summary>Maximum attributes kept per record; the rest is counted as dropped.</summary>
    public int AttributesPerRecord { get; set; } = 128;

    /// <summary>Maximum events kept per span; the rest is counted as dropped.</summary>
    public int EventsPerSpan { get; set; } = 128;

    /// <summary>Maximum length of a name or attribute key, in UTF-8 bytes; longer ones are truncated.</summary>
    public int NameLength { get; set; } = 1024;

    /// <summary>Maximum length of any value, in UTF-8 bytes. Values that are not content are truncated further during recognition.</summary>
    public int ContentValueLength { get; set; } = 64 * 1024;

    /// <summary>Maximum nesting of arrays and key-value lists; deeper ones are malformed.</summary>
    public int ValueDepth { get; set; } = 32;
}
