namespace Tidemark.Instrumentation;

/// <summary>What only some inferences have: kept apart, so that the others are smaller.</summary>
internal sealed class InferenceDetails
{
    /// <summary>Seconds; <see langword="null"/> = not streamed, or not measured.</summary>
    public double? TimeToFirstChunk { get; set; }

    /// <summary>Timestamp of the latest chunk; 0 = none yet.</summary>
    public long LastChunk { get; set; }

    /// <summary>Size of the model's context window, in tokens.</summary>
    public long? ContextMax { get; set; }

    /// <summary>Cost reported by the provider, in USD.</summary>
    public double? CostUsd { get; set; }

    public Compaction? Compaction { get; set; }
}
