using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Model.Rollups;

/// <summary>The dimensions that a rollup's series keeps; the others are empty. The numbers are stored: never renumber.</summary>
internal enum RollupScope : short
{
    All = 0,
    Service = 1,
    Provider = 2,
    Model = 3,
    Agent = 4,
    Kind = 5,

    /// <summary>All dimensions.</summary>
    Series = 6,

    /// <summary>All dimensions and the error type: failed operations only.</summary>
    Error = 7,

    /// <summary>This scope and the following ones exist in the coarser tiers only, as they serve long ranges.</summary>
    Environment = 8,
    Operation = 9,
    Workflow = 10,
    Tool = 11,
    Dependency = 12,

    /// <summary>The error type alone: failed operations only.</summary>
    ErrorType = 13,

    /// <summary>All dimensions and the calling agent: runs of agents called by other agents.</summary>
    Caller = 14,
}
