namespace Tidemark.Collector.Model;

/// <summary>Names one call over all the signals that tell of it, see <see cref="Operation.CallId"/>.</summary>
internal readonly record struct CallKey(string SessionId, OperationKind Kind, string CallId)
{
    /// <summary>Null for operations whose sender tells of them once.</summary>
    public static CallKey? Of(Operation operation) =>
        operation.CallId is { } id ? new CallKey(operation.SessionId ?? "", operation.Series.Kind, id) : null;
}
