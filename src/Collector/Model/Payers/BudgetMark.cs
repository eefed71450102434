namespace Tidemark.Collector.Model.Payers;

/// <summary>An event that is raised once per period and limit of a budget.</summary>
/// <param name="Percent">Percentage of the limit; 0 = the projection exceeded it.</param>
internal sealed record BudgetMark(string Budget, string Value, DateTime PeriodStart, decimal Allowed, short Percent)
{
    public const short Projection = 0;

    public static BudgetMark Of(BudgetStatus status, short percent) => new(status.Budget, status.Value, status.PeriodStart, status.Allowed, percent);
}
