namespace Tidemark.Collector.Model;

/// <summary>Something that is raised once in a budget's period and under its limit.</summary>
/// <param name="Percent">Of the limit; 0 = the projection passed it.</param>
internal sealed record BudgetMark(string Budget, string Value, DateTime PeriodStart, decimal Allowed, short Percent)
{
    public const short Projection = 0;

    public static BudgetMark Of(BudgetStatus status, short percent) => new(status.Budget, status.Value, status.PeriodStart, status.Allowed, percent);
}
