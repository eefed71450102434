using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Parameters of <c>add_series.sql</c> and <c>find_series.sql</c>.</summary>
internal static class SeriesColumns
{
    public static readonly ColumnSet<RollupSeries> All = new ColumnSet<RollupSeries>()
        .Int16(row => (short)row.Scope, "scope")
        .Text(row => row.Series.Service, "service")
        .Text(row => row.Series.Environment, "environment")
        .Int16(row => (short)row.Series.Kind, "kind")
        .Text(row => row.Series.Operation, "operation")
        .Text(row => row.Series.Provider, "provider")
        .Text(row => row.Series.Model, "model")
        .Text(row => row.Series.Agent, "agent")
        .Text(row => row.Series.Workflow, "workflow")
        .Text(row => row.Series.Tool, "tool")
        .Text(row => row.Series.Dependency, "dependency")
        .Text(row => row.ErrorType, "error_type")
        .Text(row => row.Caller, "caller")
        .Key();
}
