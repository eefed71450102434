namespace Tidemark.Collector.Model;

/// <summary>How one value of a budget stands in its present period.</summary>
internal sealed record BudgetStatus
{
    /// <summary>The budget's name.</summary>
    public required string Budget { get; init; }

    /// <summary>The dimension it limits: <c>all</c>, <c>service</c>, <c>label:team</c>, ...</summary>
    public required string Scope { get; init; }

    /// <summary>Whose spending; empty where the scope is everybody.</summary>
    public string Value { get; init; } = "";

    /// <summary><c>day</c>, <c>week</c> or <c>month</c>.</summary>
    public required string Period { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime PeriodStart { get; init; }

    /// <summary>Limit and spending are in USD; else in tokens.</summary>
    public bool IsUsd { get; init; } = true;

    public required decimal Allowed { get; init; }

    public required decimal Spent { get; init; }

    /// <summary>At the end of the period; null = too early to say.</summary>
    public decimal? Projected { get; init; }

    /// <summary>The highest percentage raised under this limit in this period; -1 = none.</summary>
    public short Raised { get; init; } = -1;

    /// <summary>It was raised already that the projection passes the limit.</summary>
    public bool IsProjectionRaised { get; init; }
}
