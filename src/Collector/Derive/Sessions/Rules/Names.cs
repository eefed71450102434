using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Derive.Sessions.Rules;

/// <summary>Names of operations in messages.</summary>
internal static class Names
{
    /// <summary>For example <c>execute_tool search</c> or <c>chat kimi-k2</c>.</summary>
    public static string Of(Operation operation)
    {
        var series = operation.Series;
        var subject = series.Kind switch
        {
            OperationKind.Inference or OperationKind.Embedding => series.Model,
            OperationKind.Tool => series.Tool,
            OperationKind.Agent => series.Agent,
            OperationKind.Workflow => series.Workflow,
            OperationKind.Dependency or OperationKind.Cache => series.Dependency,
            _ => "",
        };
        var operationName = series.Operation.Length > 0 ? series.Operation : series.Kind.ToString();
        return subject.Length == 0 ? operationName : $"{operationName} {subject}";
    }
}
