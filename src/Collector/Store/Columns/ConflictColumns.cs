using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Parameters of <c>find_conflicts.sql</c>: an operation's key, and the values that must not differ between reports.</summary>
internal static class ConflictColumns
{
    public static readonly ColumnSet<Operation> All = KeyColumns.Of<Operation>(operation => operation.Key)
        .Int64(operation => (long?)operation.Duration?.TotalMicroseconds, "duration_us")
        .Text(operation => operation.RequestModel, "request_model")
        .Text(operation => operation.ResponseModel, "response_model")
        .Int32(operation => operation.Tokens.Input, "input_tokens")
        .Int32(operation => operation.Tokens.Output, "output_tokens")
        .Text(operation => operation.Failure?.Type, "error_type");
}
