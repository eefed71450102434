namespace Tidemark.Collector.Model;

/// <summary>Which dimensions a rollup's series keeps; the others are empty. The numbers are stored: never renumber.</summary>
internal enum RollupScope : short
{
    All = 0,
    Service = 1,
    Provider = 2,
    Model = 3,
    Agent = 4,
    Kind = 5,

    /// <summary>Every dimension.</summary>
    Series = 6,

    /// <summary>Every dimension and the error type: failed operations only.</summary>
    Error = 7,

    /// <summary>This and the following stand in the coarser tiers only: long ranges are what they are for.</summary>
    Environment = 8,
    Operation = 9,
    Workflow = 10,
    Tool = 11,
    Dependency = 12,

    /// <summary>The error type alone: failed operations only.</summary>
    ErrorType = 13,

    /// <summary>Every dimension and the calling agent: runs of agents that other agents call.</summary>
    Caller = 14,
}
