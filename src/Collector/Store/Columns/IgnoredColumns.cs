using Tidemark.Collector.Model;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Parameters of <c>add_ignored_scopes.sql</c>.</summary>
internal static class IgnoredColumns
{
    public static ColumnSet<IgnoredScope> In(short slot) => new ColumnSet<IgnoredScope>()
        .Text(row => row.Source)
        .Int16(row => row.Signal)
        .Text(row => row.Scope)
        .Text(row => row.Version)
        .Int16(_ => slot)
        .Int64(row => row.Items)
        .Text(row => row.Example);
}
