using Tidemark.Collector.Model.Payers;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Parameters of <c>add_budget_marks.sql</c>.</summary>
internal static class BudgetColumns
{
    public static readonly ColumnSet<BudgetMark> Marks = new ColumnSet<BudgetMark>()
        .Text(row => row.Budget, "budget")
        .Text(row => row.Value, "value")
        .Timestamp(row => row.PeriodStart, "period_start")
        .Numeric(row => row.Allowed, "allowed")
        .Int16(row => row.Percent, "percent");
}
