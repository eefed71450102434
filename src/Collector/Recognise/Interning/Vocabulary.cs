namespace Tidemark.Collector.Recognise.Interning;

/// <summary>All texts shared between operations, in bounded tables.</summary>
internal sealed class Vocabulary(RecogniseOptions options)
{
    public LabelPool Services { get; } = new(options.MaxLabels);

    public LabelPool Environments { get; } = new(options.MaxLabels);

    public LabelPool Operations { get; } = new(options.MaxLabels);

    public LabelPool Providers { get; } = new(options.MaxLabels);

    public LabelPool Models { get; } = new(options.MaxLabels);

    public LabelPool Agents { get; } = new(options.MaxLabels);

    public LabelPool Workflows { get; } = new(options.MaxLabels);

    public LabelPool Tools { get; } = new(options.MaxLabels);

    public LabelPool Dependencies { get; } = new(options.MaxLabels);

    /// <summary>Low-cardinality texts that are not dimensions: finish reasons, cache backends.</summary>
    public LabelPool Words { get; } = new(options.MaxLabels);

    public LabelPool Metrics { get; } = new(options.MaxLabels);

    public LabelPool Units { get; } = new(options.MaxLabels);

    public LabelPool Scopes { get; } = new(options.MaxLabels);

    /// <summary>Names of spans that are not operations.</summary>
    public LabelPool SpanNames { get; } = new(options.MaxLabels);

    public SourceLimits Limits { get; } = new(options);

    public IdCache Ids { get; } = new(options.IdCacheSize, Id.Of);
}
