namespace Tidemark.Collector.Model.Payers;

/// <summary>The current period of one value of a budget.</summary>
internal sealed record BudgetStatus
{
    /// <summary>The budget's name.</summary>
    public required string Budget { get; init; }

    /// <summary>The dimension it limits: <c>all</c>, <c>service</c>, <c>label:team</c>, ...</summary>
    public required string Scope { get; init; }

    /// <summary>The value of the dimension; empty if the scope is <c>all</c>.</summary>
    public string Value { get; init; } = "";

    /// <summary><c>day</c>, <c>week</c> or <c>month</c>.</summary>
    public required string Period { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime PeriodStart { get; init; }

    /// <summary>True if limit and spending are in USD, false if in tokens.</summary>
    public bool IsUsd { get; init; } = true;

    public required decimal Allowed { get; init; }

    public required decimal Spent { get; init; }

    /// <summary>Projection for the end of the period; null = too early.</summary>
    public decimal? Projected { get; init; }

    /// <summary>The highest percentage reported for this limit in this period; -1 = none.</summary>
    public short Raised { get; init; } = -1;

    /// <summary>Whether it has been reported that the projection exceeds the limit.</summary>
    public bool IsProjectionRaised { get; init; }
}
