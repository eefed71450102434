using Tidemark.Collector.Model.Batches;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Parameters of <c>add_ignored_scopes.sql</c>.</summary>
internal static class IgnoredColumns
{
    public static ColumnSet<IgnoredScope> In(short lane) => new ColumnSet<IgnoredScope>()
        .Text(row => row.Source, "source")
        .Int16(row => row.Signal, "signal")
        .Text(row => row.Scope, "scope")
        .Text(row => row.Version, "version")
        .Int16(_ => lane, "shard")
        .Key()
        .Int64(row => row.Items, "items")
        .Text(row => row.Example, "example");
}
