namespace Tidemark.Collector.Model;

/// <summary>Everything about many operations that can be added up. Mutable: it is what a batch is summed into.</summary>
internal sealed class RollupMeasures
{
    public long Operations { get; set; }

    public long Errors { get; set; }

    /// <summary>Operations over their kind's slow limit.</summary>
    public long Slow { get; set; }

    public TokenTotals Tokens { get; set; }

    public decimal CostUsd { get; set; }

    public long Unpriced { get; set; }

    public long Bytes { get; set; }

    public long DurationMicros { get; set; }

    public long DurationMinMicros { get; set; } = long.MaxValue;

    public long DurationMaxMicros { get; set; }

    public long FirstTokenCount { get; set; }

    public long FirstTokenMicros { get; set; }

    public long CacheLookups { get; set; }

    public long CacheHits { get; set; }

    /// <summary>Operations by kind, the kind's number less one as index; empty in rows of a single kind (scopes Kind, Series, Error).</summary>
    public long[] Kinds { get; set; } = [];

    /// <summary>Errors by kind, likewise.</summary>
    public long[] KindErrors { get; set; } = [];

    public Histogram Durations { get; } = new();
}
