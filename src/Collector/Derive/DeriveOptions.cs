using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Derive;

/// <summary>Section <c>Tidemark:Derive</c>: limits from which events are derived.</summary>
internal sealed class DeriveOptions
{
    public const string Section = "Tidemark:Derive";

    /// <summary>
    /// Longest normal duration per kind; longer operations are slow. Kinds without an entry, or with <c>00:00:00</c>, are never slow.
    /// </summary>
    /// <value>Inference 30 s, tool 10 s, dependency 2 s, cache 100 ms.</value>
    public Dictionary<OperationKind, TimeSpan> SlowLimits { get; } = new()
    {
        [OperationKind.Inference] = TimeSpan.FromSeconds(30),
        [OperationKind.Tool] = TimeSpan.FromSeconds(10),
        [OperationKind.Dependency] = TimeSpan.FromSeconds(2),
        [OperationKind.Cache] = TimeSpan.FromMilliseconds(100),
    };

    /// <summary>Limits for single services, operations or kinds; they override <see cref="SlowLimits"/>. At most <see cref="MaxSlowLimitRules"/>.</summary>
    public List<SlowLimitRule> SlowLimitRules { get; } = [];

    /// <summary>A session is idle after this long without activity.</summary>
    /// <value>5 minutes.</value>
    public TimeSpan IdleAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>A session ends after this long without activity.</summary>
    /// <value>30 minutes.</value>
    public TimeSpan EndedAfter { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Percentages of a context window at which an event is raised, ascending.</summary>
    /// <value>80, 90, 95 when left empty.</value>
    public List<short> ContextThresholds { get; } = [];

    /// <summary>Cost of a session above which an event is raised, in USD; null = no budget.</summary>
    public decimal? CostBudgetUsd { get; set; }

    /// <summary>Number of consecutive failures after which a dependency is down.</summary>
    /// <value>5.</value>
    public int FailuresInARow { get; set; } = 5;

    /// <summary>The backend that a session store falls back to when its own is unavailable.</summary>
    /// <value><c>memory</c>.</value>
    public string FallbackBackend { get; set; } = "memory";

    /// <summary>Maximum number of models listed in a session's row.</summary>
    /// <value>64.</value>
    public int MaxModelsPerSession { get; set; } = 64;

    public const int MaxSlowLimitRules = 256;
}
