using Tidemark.Collector.Model;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Parameters of <c>add_series.sql</c> and <c>find_series.sql</c>.</summary>
internal static class SeriesColumns
{
    public static readonly ColumnSet<RollupSeries> All = new ColumnSet<RollupSeries>()
        .Int16(row => (short)row.Scope)
        .Text(row => row.Series.Service)
        .Text(row => row.Series.Environment)
        .Int16(row => (short)row.Series.Kind)
        .Text(row => row.Series.Operation)
        .Text(row => row.Series.Provider)
        .Text(row => row.Series.Model)
        .Text(row => row.Series.Agent)
        .Text(row => row.Series.Workflow)
        .Text(row => row.Series.Tool)
        .Text(row => row.Series.Dependency)
        .Text(row => row.ErrorType);
}
