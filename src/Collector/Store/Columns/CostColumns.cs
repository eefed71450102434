using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Parameters of <c>set_costs.sql</c>.</summary>
internal static class CostColumns
{
    public static readonly ColumnSet<Operation> All = KeyColumns.Of<Operation>(row => row.Key)
        .Numeric(row => row.Cost?.Usd, "cost_usd")
        .Text(row => row.CostBasis, "cost_basis");
}
