namespace Tidemark.Collector.Recognise;

/// <summary>Section <c>Tidemark:Recognise</c>.</summary>
public sealed class RecogniseOptions
{
    public const string Section = "Tidemark:Recognise";

    /// <summary>Operations that started earlier than this many days ago are rejected: their rows may be gone already.</summary>
    public int RetentionDays { get; set; } = 30;

    /// <summary>How far ahead of the collector's clock a sender's clock may be.</summary>
    public TimeSpan FutureTolerance { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Different values that one series dimension (service, model, tool, ...) can have; further ones become <c>__other__</c>.</summary>
    public int MaxLabels { get; set; } = 2_000;

    /// <summary>Different series; operations of further ones share one series per kind.</summary>
    public int MaxSeries { get; set; } = 20_000;

    /// <summary>Session, conversation and user ids remembered to save memory; no limit on how many there can be.</summary>
    public int IdCacheSize { get; set; } = 16_384;

    /// <summary>Longest attribute value kept, in bytes; the rest is cut off.</summary>
    public int MaxAttributeBytes { get; set; } = 4_096;

    /// <summary>Longer values (in bytes) of attributes that no dialect knows are taken for content.</summary>
    public int MaxUnknownBytes { get; set; } = 1_024;
}
