namespace Tidemark.Collector.Recognise;

/// <summary>Section <c>Tidemark:Recognise</c>.</summary>
internal sealed class RecogniseOptions
{
    public const string Section = "Tidemark:Recognise";

    public const int DefaultRetentionDays = 30;

    private static readonly string[] DefaultLabels = ["team", "project", "cost_center"];

    /// <summary>
    /// From <c>Tidemark:Store:RetentionDays</c>: operations that started more days ago are rejected, as their partitions may have been dropped.
    /// </summary>
    public int RetentionDays { get; internal set; } = DefaultRetentionDays;

    /// <summary>How far a sender's clock may be ahead of the collector's.</summary>
    public TimeSpan FutureTolerance { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Maximum values of a series dimension (service, model, tool, ...) that rollups keep, per source; further ones are rolled up as
    /// <c>__other__</c>, while operations keep their names. Values unused for a day are removed.
    /// </summary>
    public int MaxLabels { get; set; } = 2_000;

    /// <summary>Maximum series that rollups keep, per source; operations of further series share one per kind.</summary>
    public int MaxSeries { get; set; } = 20_000;

    /// <summary>Maximum sources with limits of their own; further ones share theirs.</summary>
    public int MaxSources { get; set; } = 1_000;

    /// <summary>Number of session, conversation and user ids cached to save memory; there may be any number of ids.</summary>
    public int IdCacheSize { get; set; } = 16_384;

    /// <summary>Maximum length of an attribute value in bytes; longer ones are truncated.</summary>
    public int MaxAttributeBytes { get; set; } = 4_096;

    /// <summary>
    /// Additional attributes without content: keys, or patterns with one <c>*</c>. Attributes known to neither OpenTelemetry's conventions nor
    /// a dialect are treated as content otherwise.
    /// </summary>
    public string[] KeepAttributes { get; set; } = [];

    /// <summary>Attributes used as labels, looked up on the item and then on its resource: at most four. Empty = the defaults.</summary>
    public string[] Labels { get; set; } = [];

    /// <summary><see cref="Labels"/>, or the defaults.</summary>
    internal IReadOnlyList<string> LabelKeys => Labels is { Length: > 0 } ? Labels : DefaultLabels;

    /// <summary>Values longer than this (in bytes) of attributes named only by <see cref="KeepAttributes"/> are treated as content.</summary>
    public int MaxUnknownBytes { get; set; } = 1_024;
}
