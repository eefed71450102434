namespace Tidemark.Collector.Recognise.Interning;

/// <summary>Dimensions in which a source has more values than rollups keep.</summary>
[Flags]
internal enum SeriesOverflow
{
    None = 0,
    Service = 1,
    Environment = 2,
    Operation = 4,
    Provider = 8,
    Model = 16,
    Agent = 32,
    Workflow = 64,
    Tool = 128,
    Dependency = 256,

    /// <summary>Combinations of values.</summary>
    Series = 512,
    ErrorType = 1024,
}
