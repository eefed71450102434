using Tidemark.Collector.Model;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Parameters of <c>find_conflicts.sql</c>: an operation's key and what it must not tell twice in two ways.</summary>
internal static class ConflictColumns
{
    public static readonly ColumnSet<Operation> All = KeyColumns.Of<Operation>(operation => operation.Key)
        .Int64(operation => (long?)operation.Duration?.TotalMicroseconds)
        .Text(operation => operation.RequestModel)
        .Text(operation => operation.ResponseModel)
        .Int32(operation => operation.Tokens.Input)
        .Int32(operation => operation.Tokens.Output)
        .Text(operation => operation.Failure?.Type);
}
