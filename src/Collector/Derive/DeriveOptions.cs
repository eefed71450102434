using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive;

/// <summary>Section <c>Tidemark:Derive</c>: the limits by which events are derived.</summary>
internal sealed class DeriveOptions
{
    public const string Section = "Tidemark:Derive";

    /// <summary>
    /// Longest normal duration per kind; an operation over it is slow. A kind without an entry, or with
    /// <c>00:00:00</c>, is never slow.
    /// </summary>
    /// <value>Inference 30 s, tool 10 s, dependency 2 s, cache 100 ms.</value>
    public Dictionary<OperationKind, TimeSpan> SlowLimits { get; } = new()
    {
        [OperationKind.Inference] = TimeSpan.FromSeconds(30),
        [OperationKind.Tool] = TimeSpan.FromSeconds(10),
        [OperationKind.Dependency] = TimeSpan.FromSeconds(2),
        [OperationKind.Cache] = TimeSpan.FromMilliseconds(100),
    };

    /// <summary>Limits of single services, operations or kinds, before <see cref="SlowLimits"/>. At most <see cref="MaxSlowLimitRules"/>.</summary>
    public List<SlowLimitRule> SlowLimitRules { get; } = [];

    /// <summary>A session is idle after so long without activity.</summary>
    /// <value>5 minutes.</value>
    public TimeSpan IdleAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>A session has ended after so long without activity.</summary>
    /// <value>30 minutes.</value>
    public TimeSpan EndedAfter { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Percentages of a context window that raise an event when reached, ascending.</summary>
    /// <value>80, 90, 95 when left empty.</value>
    public List<short> ContextThresholds { get; } = [];

    /// <summary>Cost of a session above which an event is raised, US dollars; null = no budget.</summary>
    public decimal? CostBudgetUsd { get; set; }

    /// <summary>So many failures of a dependency in a row mean that it is down.</summary>
    /// <value>5.</value>
    public int FailuresInARow { get; set; } = 5;

    /// <summary>The backend that a session store falls back to when its own is away.</summary>
    /// <value><c>memory</c>.</value>
    public string FallbackBackend { get; set; } = "memory";

    /// <summary>How many models a session's row names at most.</summary>
    /// <value>64.</value>
    public int MaxModelsPerSession { get; set; } = 64;

    public const int MaxSlowLimitRules = 256;
}
