namespace Tidemark.Collector.Recognise;

/// <summary>Section <c>Tidemark:Recognise</c>.</summary>
public sealed class RecogniseOptions
{
    public const string Section = "Tidemark:Recognise";

    private static readonly string[] DefaultLabels = ["team", "project", "cost_center"];

    /// <summary>Operations that started earlier than this many days ago are rejected: their rows may be gone already.</summary>
    public int RetentionDays { get; set; } = 30;

    /// <summary>How far ahead of the collector's clock a sender's clock may be.</summary>
    public TimeSpan FutureTolerance { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Different values of one series dimension (service, model, tool, ...) that rollups keep apart, for each source; further ones count as
    /// <c>__other__</c> there, while operations keep their names. Values unused for a day make room.
    /// </summary>
    public int MaxLabels { get; set; } = 2_000;

    /// <summary>Different series that rollups keep apart, for each source; operations of further ones share one per kind.</summary>
    public int MaxSeries { get; set; } = 20_000;

    /// <summary>Sources that have limits of their own; further ones share theirs.</summary>
    public int MaxSources { get; set; } = 1_000;

    /// <summary>Session, conversation and user ids remembered to save memory; no limit on how many there can be.</summary>
    public int IdCacheSize { get; set; } = 16_384;

    /// <summary>Longest attribute value kept, in bytes; the rest is cut off.</summary>
    public int MaxAttributeBytes { get; set; } = 4_096;

    /// <summary>
    /// Further attributes that hold no content: keys, or patterns with one <c>*</c>. What neither OpenTelemetry's conventions nor a
    /// dialect knows is taken for content otherwise.
    /// </summary>
    public string[] KeepAttributes { get; set; } = [];

    /// <summary>Attributes that say who or what pays, looked up on the item, then on its resource: at most four. Empty = the usual ones.</summary>
    public string[] Labels { get; set; } = [];

    /// <summary><see cref="Labels"/> or what stands for none.</summary>
    internal IReadOnlyList<string> LabelKeys => Labels is { Length: > 0 } ? Labels : DefaultLabels;

    /// <summary>Longer values (in bytes) of attributes that only <see cref="KeepAttributes"/> names are taken for content.</summary>
    public int MaxUnknownBytes { get; set; } = 1_024;
}
